/** Parameters, tolerances and words that the theorems about Hessians share. */
import { type Matrix, multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Tolerance } from "../../theorem.js";

export { type NetworkSizes, networkOf, sizes } from "../ways/randomNetworks.js";

export const smoothPhi = {
  set: "choice",
  of: ["tanh", "softplus", "sin", "x^2"],
  doc: "A twice differentiable activation.",
} as const;

export const losses = { set: "choice", of: ["hinge", "abs"], doc: "A loss of the class L0." } as const;

export const rounding: Tolerance = {
  unit: "rel",
  limit: 1e-10,
  why: "rounding of products of up to seven factors; cancellation between terms of the same size",
};

export const nearZero: Tolerance = {
  unit: "abs",
  limit: 1e-11,
  why: "rounding of sums whose terms are of order 1 to 100",
};

export const notation = {
  theta: "all weights: vec W_1, ..., vec W_(L-1), alpha, column by column",
  T: "the output, x^T W_1 D_1 W_2 D_2 ... alpha with D_i = dg(h_i)",
  l: "the loss of one sample",
} as const;

/** tr A^k, k = 1 .. 4. */
export function powerTraces(matrix: Matrix): readonly number[] {
  const traces: number[] = [];
  let power = matrix;
  for (let k = 1; k <= 4; k++) {
    traces.push(power.reduce((sum, row, i) => sum + row[i]!, 0));
    power = multiply(power, matrix);
  }
  return traces;
}

export const frobenius = (matrix: Matrix): number => Math.hypot(...matrix.flat());

/** As a flat row-after-row array. */
export const packed = (matrix: Matrix): Float64Array => Float64Array.from(matrix.flat());

export const averaged = (matrices: readonly Matrix[], weights: readonly number[]): number[][] =>
  matrices[0]!.map((row, i) =>
    row.map((_, j) => matrices.reduce((sum, each, k) => sum + weights[k]! * each[i]![j]!, 0)),
  );
