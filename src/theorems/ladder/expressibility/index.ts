import type { Theorem } from "../../theorem.js";
import { allVertNecessary } from "./allVertNecessary.js";
import { concatenationAllVertices } from "./concatenationAllVertices.js";
import { definition1 } from "./definition1.js";
import { definition2 } from "./definition2.js";
import { linearLowerBound } from "./linearLowerBound.js";
import { randomWeights } from "./randomWeights.js";
import { theorem6 } from "./theorem6.js";
import { theorem6Linear } from "./theorem6Linear.js";
import { theorem7 } from "./theorem7.js";
import { theorem7AllVert } from "./theorem7AllVert.js";

/** Section 5.1 and Section 7.6: nonlinear against linear. */
export const expressibility: readonly Theorem[] = Object.freeze([
  definition1,
  definition2,
  concatenationAllVertices,
  theorem6,
  allVertNecessary,
  theorem6Linear,
  linearLowerBound,
  theorem7,
  theorem7AllVert,
  randomWeights,
]);
