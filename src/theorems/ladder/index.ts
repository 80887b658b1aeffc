import type { Theorem } from "../theorem.js";
import { batchNorm } from "./batchNorm/index.js";
import { disentanglement } from "./disentanglement/index.js";
import { expressibility } from "./expressibility/index.js";
import { reformulation } from "./reformulation/index.js";

/** Every definition, theorem and formula about the summarisation ladder, in the order in which they are read. */
export const ladder: readonly Theorem[] = Object.freeze([
  ...reformulation,
  ...batchNorm,
  ...expressibility,
  ...disentanglement,
]);
