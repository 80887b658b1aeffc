import type { Kind } from "../kind.js";
import { alignment } from "./alignment/index.js";
import { batchnorm } from "./batchnorm/index.js";
import { gating } from "./gating/index.js";
import { grouping } from "./grouping/index.js";
import { ladder } from "./ladder/index.js";
import { landscape } from "./landscape/index.js";

/** Everything that the door computes. */
export const kinds: readonly Kind[] = [...batchnorm, ...ladder, ...alignment, ...grouping, ...landscape, ...gating];
