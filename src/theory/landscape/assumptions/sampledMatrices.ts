/** H = A + W/sqrt(N), Eqn (10), of independent samples of a random symmetric matrix: A their mean. */
import { assertInteger } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertSymmetric } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, list, matrix as matrixShape, withoutOverflow } from "../../../numeric/shape.js";

export interface SampledMatrices {
  /** N. */
  readonly size: number;
  readonly samples: number;
  /** A, row after row. */
  readonly mean: Float64Array;
  /** W of each sample, row after row: sqrt(N) (H - A). */
  readonly fluctuations: readonly Float64Array[];
  /** Half of the difference of the means of the odd and the even samples: of the size by which A is off by chance. */
  readonly halfDifference: Float64Array;
}

/** Throws TheoryError "domain" unless there are two or more symmetric matrices of one size, from 1 to `largest`. */
export function sampledMatrices(matrices: readonly Matrix[], largest: number): SampledMatrices {
  assertShapes({ matrices: list(matrixShape, 2) }, { matrices });
  const size = matrices[0]!.length;
  assertInteger("matrices[0].length", size, 1, largest);
  for (const [k, matrix] of matrices.entries()) assertSymmetric(`matrices[${k}]`, matrix, size);
  const samples = matrices.length;
  const mean = new Float64Array(size * size);
  const alternating = new Float64Array(size * size);
  const flat = matrices.map((matrix) => Float64Array.from(matrix.flat()));
  const [even, odd] = [Math.ceil(samples / 2), Math.floor(samples / 2)];
  for (const [k, own] of flat.entries()) {
    for (const [at, value] of own.entries()) {
      mean[at]! += value / samples;
      alternating[at]! += k % 2 === 0 ? value / even : -value / odd;
    }
  }
  const root = Math.sqrt(size);
  const fluctuations = flat.map((own) => own.map((value, at) => root * (value - mean[at]!)));
  withoutOverflow("matrices", mean, ...fluctuations);
  return { size, samples, mean, fluctuations, halfDifference: alternating.map((value) => value / 2) };
}
