import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { domainError } from "../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import type { CentredCovariance } from "./centredCovariance.js";

/** A centred covariance in eigencoordinates: S = rows rows^T. */
export interface CentredSpectrum {
  readonly size: number;
  readonly rank: number;
  /** Positive eigenvalues of S; they sum to the number of batches. */
  readonly eigenvalues: Float64Array;
  /** Row i: the components of sample i, U_ik sqrt(lambda_k). */
  readonly rows: Float64Array;
}

/**
 * The positive part of S.
 * @throws TheoryError "domain" where an eigenvalue is negative beyond rounding.
 */
export function centredSpectrum({ size, values, rounding }: CentredCovariance): CentredSpectrum {
  const matrix = new Matrix(size, size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) matrix.set(i, j, values[i * size + j]);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const largest = Math.max(...realEigenvalues);
  const zero = Math.max(4 * size * UNIT_ROUNDOFF * largest, size * rounding);
  assertPositive(Math.min(...realEigenvalues), largest, zero);
  const kept = realEigenvalues.map((value, k) => ({ value, k })).filter(({ value }) => value > zero);
  const rank = kept.length;
  const rows = new Float64Array(size * rank);
  kept.forEach(({ value, k }, column) => {
    for (let i = 0; i < size; i++) rows[i * rank + column] = eigenvectorMatrix.get(i, k) * Math.sqrt(value);
  });
  return { size, rank, eigenvalues: Float64Array.from(kept, ({ value }) => value), rows };
}

/** Throws where the smallest eigenvalue is negative beyond rounding. */
export function assertPositive(smallest: number, largest: number, zero: number): void {
  if (largest > 0 && smallest >= -Math.max(1e-8 * largest, zero)) return;
  const remedy = "Pass a covariance matrix.";
  const value = `an eigenvalue ${smallest / largest} of the largest`;
  throw domainError("sigma", value, "positive semi-definite after centring", remedy);
}
