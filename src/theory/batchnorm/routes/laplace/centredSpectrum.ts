import { EigenvalueDecomposition, type Matrix } from "ml-matrix";
import { domainError } from "../../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";

/** Centred covariance in eigencoordinates. */
export interface CentredSpectrum {
  readonly size: number;
  readonly rank: number;
  /** Positive eigenvalues of S, divided by their sum. */
  readonly eigenvalues: Float64Array;
  /** Row i: the components of sample i, U_ik sqrt(lambda_k). */
  readonly rows: Float64Array;
}

/** The positive part of S = G sigma G, scaled to trace 1: V does not depend on the scale. */
export function centredSpectrum(sigma: Matrix): CentredSpectrum {
  const size = sigma.rows;
  if (size < 2 || sigma.columns !== size) {
    throw domainError("sigma", `${size} x ${sigma.columns}`, "square, at least 2 x 2", "Pass a covariance matrix.");
  }
  const symmetric = sigma.transpose().add(sigma).mul(0.5);
  const centred = symmetric.center("column").center("row");
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(centred, { assumeSymmetric: true });
  const largest = Math.max(...realEigenvalues);
  const zero = 4 * size * UNIT_ROUNDOFF * Math.max(largest, symmetric.norm());
  if (!(largest > zero) || Math.min(...realEigenvalues) < -1e-8 * largest) {
    const remedy = "Pass a covariance of samples that are not all the same.";
    throw domainError("sigma", "G sigma G", "positive semi-definite and not zero after centring", remedy);
  }
  const kept = realEigenvalues.map((value, k) => ({ value, k })).filter(({ value }) => value > zero);
  const total = kept.reduce((sum, { value }) => sum + value, 0);
  const rank = kept.length;
  const rows = new Float64Array(size * rank);
  kept.forEach(({ value, k }, column) => {
    for (let i = 0; i < size; i++) rows[i * rank + column] = eigenvectorMatrix.get(i, k) * Math.sqrt(value / total);
  });
  return { size, rank, eigenvalues: Float64Array.from(kept, ({ value }) => value / total), rows };
}
