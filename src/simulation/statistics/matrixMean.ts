import { CompensatedSum } from "../../numeric/sum.js";

/** Entry by entry, in the order of the matrix. */
export interface MatrixMean {
  readonly mean: Float64Array;
  /** Of the mean; Infinity for one sample. */
  readonly standardError: Float64Array;
}

/** Means and standard errors of matrices of one size, in two passes with compensated sums. */
export function matrixMean(matrices: readonly Float64Array[]): MatrixMean {
  const count = matrices.length;
  const entries = matrices[0]!.length;
  const mean = new Float64Array(entries);
  const standardError = new Float64Array(entries);
  for (let k = 0; k < entries; k++) {
    const sum = new CompensatedSum();
    for (const matrix of matrices) sum.add(matrix[k]!);
    mean[k] = sum.value / count;
    const squares = new CompensatedSum();
    for (const matrix of matrices) squares.add((matrix[k]! - mean[k]!) ** 2);
    standardError[k] = count < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(squares.value / (count - 1) / count);
  }
  return { mean, standardError };
}
