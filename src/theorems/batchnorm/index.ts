import type { Theorem } from "../theorem.js";
import { backward } from "./backward/index.js";
import { beyond } from "./beyond/index.js";
import { crossBatch } from "./crossBatch/index.js";
import { fixedPoint } from "./fixedPoint/index.js";
import { forward } from "./forward/index.js";
import { kernels } from "./kernels/index.js";
import { operators } from "./operators/index.js";

/** Every definition, lemma, theorem and formula about batch normalisation, in the order in which they are read. */
export const batchnorm: readonly Theorem[] = Object.freeze([
  ...kernels,
  ...fixedPoint,
  ...operators,
  ...forward,
  ...backward,
  ...crossBatch,
  ...beyond,
]);
