import type { Theorem } from "../theorem.js";
import { criticalPoints } from "./criticalPoints/index.js";
import { dynamics } from "./dynamics/index.js";
import { framework } from "./framework/index.js";
import { noisyRecovery } from "./noisyRecovery/index.js";
import { population } from "./population/index.js";

/** Every definition, lemma, theorem and formula about over-parameterised students and their teachers, in the order in which they are read. */
export const alignment: readonly Theorem[] = Object.freeze([
  ...framework,
  ...criticalPoints,
  ...noisyRecovery,
  ...population,
  ...dynamics,
]);
