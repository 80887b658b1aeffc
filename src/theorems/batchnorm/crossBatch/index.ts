import type { Theorem } from "../../theorem.js";
import { corollaryD4 } from "./corollaryD4.js";
import { crossBatchAdjoint } from "./crossBatchAdjoint.js";
import { crossEigenvalue } from "./crossEigenvalue.js";
import { definitionD1 } from "./definitionD1.js";
import { definitionD2 } from "./definitionD2.js";
import { identityCrossEigenvalue } from "./identityCrossEigenvalue.js";
import { lemmaD5 } from "./lemmaD5.js";
import { theoremD3 } from "./theoremD3.js";
import { theoremD6 } from "./theoremD6.js";
import { theoremE1 } from "./theoremE1.js";
import { theoremF1 } from "./theoremF1.js";
import { theoremF2 } from "./theoremF2.js";

/** Two batches through one network: appendices D, E and F of the paper. */
export const crossBatch: readonly Theorem[] = Object.freeze([
  definitionD1,
  definitionD2,
  theoremD3,
  corollaryD4,
  lemmaD5,
  theoremD6,
  theoremE1,
  theoremF1,
  theoremF2,
  crossBatchAdjoint,
  crossEigenvalue,
  identityCrossEigenvalue,
]);
