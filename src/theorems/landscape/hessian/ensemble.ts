/** The Hessians of a network at fixed weights over all 2^m fair labels: a small random matrix whose law is known exactly. */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { RiskProblem } from "../../../theory/landscape/hessian/riskProblem.js";
import { averaged, type NetworkSizes, networkOf } from "./settings.js";

export function labelled(values: NetworkSizes): readonly RiskProblem[] {
  const problem = networkOf(values);
  return Array.from({ length: 2 ** values.m }, (_, bits) => {
    return { ...problem, y: problem.X.map((__, i) => (bits & (1 << i) ? 1 : -1)) };
  });
}

export const meanOf = (matrices: readonly Matrix[]): number[][] =>
  averaged(
    matrices,
    matrices.map(() => 1 / matrices.length),
  );

/** H - A of each: W over the square root of N. */
export function centred(matrices: readonly Matrix[]): readonly Matrix[] {
  const mean = meanOf(matrices);
  return matrices.map((matrix) => matrix.map((row, i) => row.map((entry, j) => entry - mean[i]![j]!)));
}

/** S[R] = E[W R W]/N = E[(H - A) R (H - A)]. */
export const selfEnergy = (matrices: readonly Matrix[], R: Matrix): number[][] =>
  meanOf(centred(matrices).map((matrix) => multiply(multiply(matrix, R), matrix)));
