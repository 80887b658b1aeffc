import type { Proof } from "../proof.js";
import { fullRowRankKeepsVertices } from "./allVert.js";
import { batchNormJacobian } from "./batchNormJacobian.js";
import { conditions } from "./conditions.js";
import { disentanglement } from "./disentanglement.js";
import { expressibility } from "./expressibility.js";
import { spuriousGradient } from "./overfitting.js";
import { rowEnergy } from "./rowEnergy.js";
import { towerProperty } from "./towerProperty.js";
import { weightedBatchNorm } from "./weightedBatchNorm.js";

/** Every proof about ladders of regions, in the order in which they are read. */
export const proofs: readonly Proof[] = Object.freeze([
  towerProperty,
  ...conditions,
  ...batchNormJacobian,
  ...weightedBatchNorm,
  rowEnergy,
  ...expressibility,
  fullRowRankKeepsVertices,
  ...disentanglement,
  spuriousGradient,
]);
