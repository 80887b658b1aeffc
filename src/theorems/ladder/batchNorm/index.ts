import type { Theorem } from "../../theorem.js";
import { epsilonJacobian } from "./epsilonJacobian.js";
import { equation10 } from "./equation10.js";
import { equation12 } from "./equation12.js";
import { equation74 } from "./equation74.js";
import { equation75 } from "./equation75.js";
import { equation76 } from "./equation76.js";
import { equation77 } from "./equation77.js";
import { equation78 } from "./equation78.js";
import { equation80 } from "./equation80.js";
import { eventVariance } from "./eventVariance.js";
import { rowEnergyFlow } from "./rowEnergyFlow.js";
import { rowEnergyStep } from "./rowEnergyStep.js";
import { theorem5 } from "./theorem5.js";

/** Section 4 and Section 7.5: batch norm as a projection. */
export const batchNorm: readonly Theorem[] = Object.freeze([
  equation10,
  theorem5,
  equation74,
  equation75,
  equation76,
  equation77,
  equation78,
  epsilonJacobian,
  equation12,
  eventVariance,
  equation80,
  rowEnergyStep,
  rowEnergyFlow,
]);
