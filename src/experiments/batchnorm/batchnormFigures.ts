import { activationRates } from "./activationRates.js";
import { figure1a } from "./figure1a.js";
import { figure1b } from "./figure1b.js";
import { figure1c } from "./figure1c.js";
import { figure1d } from "./figure1d.js";
import { figure2a } from "./figure2a.js";
import { figure3 } from "./figure3.js";
import { figure4a, figure4b, figure4c, figure4d } from "./figure4.js";
import { finiteWidth } from "./finiteWidth.js";
import { stabilityMap } from "./stabilityMap.js";

/** Figures of the batch normalisation paper, and our own. */
export const batchnormFigures = [
  ...[figure1a, figure1b, figure1c, figure1d],
  ...[figure2a, figure3],
  ...[figure4a, figure4b, figure4c, figure4d],
  ...[activationRates, stabilityMap, finiteWidth],
] as const;
