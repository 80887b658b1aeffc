import { batchnorm } from "./batchnorm/index.js";
import type { Theorem } from "./theorem.js";

/** Every theorem of every area: an explicit list, nothing registers itself. */
export const theorems: readonly Theorem[] = batchnorm;
