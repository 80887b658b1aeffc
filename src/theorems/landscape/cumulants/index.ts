import type { Theorem } from "../../theorem.js";
import { assumption52 } from "./assumption52.js";
import { assumption513 } from "./assumption513.js";
import { cumulantsOfMeans } from "./cumulantsOfMeans.js";
import { definitionF5 } from "./definitionF5.js";
import { definitionF6 } from "./definitionF6.js";
import { definitionF7 } from "./definitionF7.js";
import { equation11a } from "./equation11a.js";
import { equation11b } from "./equation11b.js";
import { equation11c } from "./equation11c.js";

export const cumulants: readonly Theorem[] = Object.freeze([
  definitionF5,
  definitionF6,
  cumulantsOfMeans,
  definitionF7,
  equation11a,
  equation11b,
  equation11c,
  assumption513,
  assumption52,
]);
