import type { Theorem } from "../../theorem.js";
import { activePaths } from "./activePaths.js";
import { biasNeuron } from "./biasNeuron.js";
import { equation1 } from "./equation1.js";
import { equation2 } from "./equation2.js";
import { equation3 } from "./equation3.js";
import { equation4 } from "./equation4.js";
import { equation5 } from "./equation5.js";
import { equation6 } from "./equation6.js";
import { equation7 } from "./equation7.js";
import { equation9 } from "./equation9.js";
import { equation10 } from "./equation10.js";
import { gateAtZero } from "./gateAtZero.js";
import { lemma3 } from "./lemma3.js";
import { lemma4 } from "./lemma4.js";
import { softGates } from "./softGates.js";
import { strongest } from "./strongest.js";
import { tableDln } from "./tableDln.js";
import { tablePwc } from "./tablePwc.js";
import { theorem1 } from "./theorem1.js";
import { theorem2 } from "./theorem2.js";

/** Networks as sums over paths, in the order of the paper; its proofs are in the appendix. */
export const paths: readonly Theorem[] = Object.freeze([
  equation1,
  equation2,
  equation3,
  theorem1,
  biasNeuron,
  equation4,
  equation5,
  theorem2,
  softGates,
  tablePwc,
  tableDln,
  activePaths,
  gateAtZero,
  strongest,
  equation6,
  lemma3,
  equation7,
  equation9,
  lemma4,
  equation10,
]);
