import type { Proof } from "../proof.js";
import { activations } from "./activations.js";
import { conditioningKeepsLaw, groupingJoint, splittingKernel, splittingLaw } from "./extensions.js";
import { geometry } from "./geometry.js";
import { mutualInformationChain } from "./mutualInformation.js";

/** Every proof about S-Systems: probability coupling, derived activations, information geometry, in the order in which they are read. */
export const proofs: readonly Proof[] = Object.freeze([
  conditioningKeepsLaw,
  splittingLaw,
  splittingKernel,
  groupingJoint,
  mutualInformationChain,
  ...activations,
  ...geometry,
]);
