import type { Experiment } from "../experiment.js";
import { figure1 } from "./figure1.js";
import { figure2 } from "./figure2.js";
import { figure3 } from "./figure3.js";
import { figure4 } from "./figure4.js";
import { figure5 } from "./figure5.js";
import { figure6 } from "./figure6.js";
import { figure7 } from "./figure7.js";
import { figure9 } from "./figure9.js";
import { figure10 } from "./figure10.js";
import { figure11 } from "./figure11.js";
import { figure12 } from "./figure12.js";
import { figure13 } from "./figure13.js";
import { figure14 } from "./figure14.js";
import { figure15 } from "./figure15.js";
import { figure16 } from "./figure16.js";
import { table1 } from "./table1.js";
import { table2 } from "./table2.js";

/** Of the paper on gated networks. */
export const gatingFigures: readonly Experiment[] = Object.freeze([
  figure1,
  figure2,
  figure3,
  figure4,
  figure5,
  figure6,
  figure7,
  figure9,
  figure10,
  figure11,
  figure12,
  figure13,
  figure14,
  figure15,
  figure16,
  table1,
  table2,
]);
