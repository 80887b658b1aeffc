import type { Theorem } from "../../theorem.js";
import { alignWithTeacher } from "./alignWithTeacher.js";
import { equation8 } from "./equation8.js";
import { equation8Balanced } from "./equation8Balanced.js";
import { equation9 } from "./equation9.js";
import { equation10 } from "./equation10.js";
import { equation63 } from "./equation63.js";
import { equation64 } from "./equation64.js";
import { equation66 } from "./equation66.js";
import { equation67 } from "./equation67.js";
import { equation68 } from "./equation68.js";
import { equation69 } from "./equation69.js";
import { equation70 } from "./equation70.js";
import { escapeBalanced } from "./escapeBalanced.js";
import { escapeFrozen } from "./escapeFrozen.js";
import { growthSolution } from "./growthSolution.js";
import { lotkaIdentity } from "./lotkaIdentity.js";
import { slowEscape } from "./slowEscape.js";
import { theorem7 } from "./theorem7.js";
import { winnersDiverge } from "./winnersDiverge.js";
import { winnersTakeAll } from "./winnersTakeAll.js";

/** Training dynamics: section 5.2-5.3 and its proofs. */
export const dynamics: readonly Theorem[] = Object.freeze([
  equation8,
  equation8Balanced,
  equation63,
  equation64,
  theorem7,
  equation66,
  equation67,
  equation68,
  equation69,
  growthSolution,
  alignWithTeacher,
  equation70,
  winnersTakeAll,
  winnersDiverge,
  equation9,
  equation10,
  slowEscape,
  escapeBalanced,
  escapeFrozen,
  lotkaIdentity,
]);
