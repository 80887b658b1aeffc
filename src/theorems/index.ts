import { alignment } from "./alignment/index.js";
import { batchnorm } from "./batchnorm/index.js";
import { gating } from "./gating/index.js";
import { grouping } from "./grouping/index.js";
import { ladder } from "./ladder/index.js";
import { landscape } from "./landscape/index.js";
import type { Theorem } from "./theorem.js";

/** Every theorem of every area: an explicit list, nothing registers itself. */
export const theorems: readonly Theorem[] = Object.freeze([
  ...batchnorm,
  ...ladder,
  ...alignment,
  ...grouping,
  ...landscape,
  ...gating,
]);
