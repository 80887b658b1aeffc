import type { Experiment } from "../experiment.js";
import { figure1 } from "./figure1.js";
import { figure2 } from "./figure2.js";
import { figure3 } from "./figure3.js";
import { figure4 } from "./figure4.js";
import { figure5 } from "./figure5.js";
import { figure6 } from "./figure6.js";
import { figure9 } from "./figure9.js";
import { figure10 } from "./figure10.js";

/** Of the paper on gated networks. */
export const gatingFigures: readonly Experiment[] = Object.freeze([
  ...[figure1, figure2, figure3, figure4, figure5, figure6, figure9, figure10],
]);
