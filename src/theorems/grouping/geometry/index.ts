import type { Theorem } from "../../theorem.js";
import { appendixG } from "./appendixG.js";
import { appendixGParents } from "./appendixGParents.js";
import { appendixGSign } from "./appendixGSign.js";
import { definition6 } from "./definition6.js";
import { definition6Perceptron } from "./definition6Perceptron.js";
import { definition7 } from "./definition7.js";
import { definition7Conditional } from "./definition7Conditional.js";
import { definition7Degenerate } from "./definition7Degenerate.js";
import { definition7Metric } from "./definition7Metric.js";
import { definitionC1 } from "./definitionC1.js";
import { definitionC2 } from "./definitionC2.js";
import { definitionC3 } from "./definitionC3.js";
import { definitionC4 } from "./definitionC4.js";
import { definitionC5 } from "./definitionC5.js";
import { definitionC6 } from "./definitionC6.js";
import { definitionC7 } from "./definitionC7.js";
import { definitionC8 } from "./definitionC8.js";
import { definitionD1 } from "./definitionD1.js";
import { definitionD2 } from "./definitionD2.js";
import { definitionD2Order } from "./definitionD2Order.js";
import { definitionD3 } from "./definitionD3.js";
import { definitionD3Convex } from "./definitionD3Convex.js";
import { definitionD4 } from "./definitionD4.js";
import { definitionD5 } from "./definitionD5.js";
import { definitionD5Independence } from "./definitionD5Independence.js";
import { dualMetric } from "./dualMetric.js";
import { example41 } from "./example41.js";
import { exampleC1 } from "./exampleC1.js";
import { squaredDistance } from "./squaredDistance.js";
import { theorem41 } from "./theorem41.js";
import { theorem41Averaged } from "./theorem41Averaged.js";
import { usualDuals } from "./usualDuals.js";
import { usualFamilies } from "./usualFamilies.js";

export const geometry: readonly Theorem[] = Object.freeze([
  definitionC1,
  definitionC2,
  definitionC3,
  definitionC4,
  definitionC5,
  definitionC6,
  definitionC7,
  definitionC8,
  exampleC1,
  definitionD1,
  definitionD2,
  definitionD2Order,
  definitionD3,
  definitionD3Convex,
  definitionD4,
  definitionD5,
  definitionD5Independence,
  dualMetric,
  usualFamilies,
  usualDuals,
  definition6,
  definition6Perceptron,
  definition7,
  definition7Conditional,
  definition7Degenerate,
  definition7Metric,
  theorem41,
  theorem41Averaged,
  squaredDistance,
  example41,
  appendixG,
  appendixGSign,
  appendixGParents,
]);
