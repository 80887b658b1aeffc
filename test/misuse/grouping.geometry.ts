/** What functions of theoria/grouping take, for tests that misuse them. */
import * as surface from "../../src/grouping.js";
import type { Cases } from "./misuse.js";

export const family = surface.exponentialFamily([[0], [1], [3]], [0.2, 0.3, 0.5]);
export const softplus = surface.convexFunction("log(1+exp(theta))");
const kernel = [
  [0.9, 0.1],
  [0.4, 0.6],
];
export const law = [0.3, 0.7];

/** Functions of activations and geometry with valid arguments. */
export const cases: Cases = {
  assertStrictlyConvex: [softplus, -1, 1],
  bregmanDivergence: [([x]: number[]) => x! ** 2, ([x]: number[]) => [2 * x!], [1], [2]],
  chartTransition: [[1, 2]],
  compositionalFamily: [[[0], [1]], [[-1], [2]], { mu: [0.5, 0.5], nu: [0.5, 0.5] }],
  convexDivergences: [softplus, 0.5, -0.2],
  convexDual: [softplus, 0.3, { near: 0 }],
  convexFunction: ["exp(theta)"],
  deformation: [[0.2, 0.1]],
  deriveActivation: [{ values: [0, 1], estimate: "maximum", extension: "full" }],
  derivedActivations: [[1, -2]],
  evidenceDecomposition: [[[law], kernel], [[[0.5, 0.5]], kernel], -1],
  exponentialFamily: [
    [[0], [1]],
    [0.5, 0.5],
  ],
  fDivergence: ["kl", law, [0.5, 0.5]],
  familyDivergences: [family, [0.5], [-0.5]],
  familyMoments: [family, [0.5]],
  indicatorLaw: [[1, -2], { values: [-1, 1] }],
  informationMonotonicity: [law, [0.5, 0.5], kernel],
  legendreDual: [family, [1.5]],
  mlpGrouping: [[[1, 2]], [[1], [-1]], law, { values: [0, 1] }],
  roundMetric: [[1, 2]],
  stereographic: [[0.6, 0.8], "north"],
  stereographicPoint: [[1, 2], "south"],
  usualFamily: ["categorical", { outcomes: 3 }],
};
