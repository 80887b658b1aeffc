import type { Proof } from "../proof.js";
import { angle } from "./angle.js";
import { divergence } from "./divergence.js";
import { hyperplanes } from "./hyperplanes.js";
import { interpolation } from "./interpolation.js";
import { lemma1Step } from "./lemma1.js";
import { lotkaVolterra } from "./lotkaVolterra.js";
import { nodeFlow } from "./nodeFlow.js";
import { population } from "./population.js";
import { reluDependence } from "./reluDependence.js";

/** Every proof about teachers and students, in the order in which they are read. */
export const proofs: readonly Proof[] = Object.freeze([
  lemma1Step,
  ...interpolation,
  ...reluDependence,
  ...hyperplanes,
  ...population,
  ...nodeFlow,
  ...divergence,
  ...angle,
  ...lotkaVolterra,
]);
