import type { Theorem } from "../../theorem.js";
import { equation33 } from "./equation33.js";
import { lemma5 } from "./lemma5.js";
import { lemma5Volume } from "./lemma5Volume.js";
import { lemma6 } from "./lemma6.js";
import { theorem5 } from "./theorem5.js";
import { theorem5Rate } from "./theorem5Rate.js";

/** Small gradients, and how near a student is then: section 4.5 and its proofs. */
export const noisyRecovery: readonly Theorem[] = Object.freeze([
  equation33,
  lemma5Volume,
  lemma5,
  lemma6,
  theorem5,
  theorem5Rate,
]);
