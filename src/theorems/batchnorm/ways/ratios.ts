/** The ratios in which nothing cancels, as expressions in B, alpha, p and m, and the table of the ReLU. */
import { kernel, kernelSlope, kernelSlopeAtOne, rho } from "../../../../proofs/batchnorm/homogeneous.js";
import { minus, over } from "../../../symbolic/build.js";
import type { FormulaWay } from "./formula.js";

const gap = minus(kernel(1), kernel(rho));

export const ratioExpressions = { D: gap, R: over(kernelSlope(rho), gap), S: over(kernelSlopeAtOne, gap) };

export const ratioNotation = {
  D: "J_phi(1) - J_phi(-1/(B-1))",
  R: "J_phi'(-1/(B-1))/D",
  S: "J_phi'(1)/D",
} as const;

/** B, rate, fwd_M, fwd_L. */
const table = [
  [4, "3.0840609481", "0.37743522", "0.52581174"],
  [8, "1.7881899767", "0.53861074", "0.74361106"],
  [16, "1.5899504168", "0.63081484", "0.86558373"],
  [64, "1.4930629378", "0.70670273", "0.96506366"],
  [256, "1.4732342631", "0.72670545", "0.99117667"],
] as const;

const columns = { rate: 1, forwardM: 2, forwardL: 3 } as const;

/** The ReLU's digits as checks of a formula in B, alpha, p, m. */
export const reluTable = (column: keyof typeof columns, way: FormulaWay) =>
  table.map((row) => ({
    kind: "reference" as const,
    at: { B: row[0], alpha: 1, p: 1, m: 0 },
    value: row[columns[column]],
    origin: "computed elsewhere to eight and ten decimals",
    way,
    tolerance: { unit: "abs" as const, limit: 1e-13, why: "a formula in doubles" },
  }));
