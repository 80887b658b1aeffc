/**
 * Joint k-statistics: unbiased estimates of joint cumulants from n independent samples. With c(I) the mean of the product of the centred coordinates I,
 *
 *   k_i = mean,   k_ij = n c(ij)/(n-1),   k_ijl = n^2 c(ijl)/((n-1)(n-2)),
 *   k_ijlm = n^2 [(n+1) c(ijlm) - (n-1) (c(ij) c(lm) + c(il) c(jm) + c(im) c(jl))]/((n-1)(n-2)(n-3)).
 *
 * Source: P. McCullagh, Tensor Methods in Statistics (1987), section 4.2. Ours: nothing.
 */
import { assertInteger } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { anyMatrix, assertShapes, numbers, withoutOverflow } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";

/**
 * The unbiased estimate of kappa(w_i1, .., w_ik), k from 1 to 4, from the rows of `samples`, as many as k at least. Coordinates count from 0.
 * What it is off by is chance: no error is stated; rounding is some ten units of the magnitudes' moments.
 *
 * @throws TheoryError "domain" for ragged samples or fewer than k, and for indices, by name and entry.
 */
export function kStatistic(samples: Matrix, indices: Vector): number {
  assertShapes({ samples: anyMatrix, indices: numbers }, { samples, indices });
  assertMatrix("samples", samples);
  const [n, order] = [samples.length, indices.length];
  assertInteger("indices.length", order, 1, 4);
  for (const [k, index] of indices.entries()) assertInteger(`indices[${k}]`, index, 0, samples[0]!.length - 1);
  assertInteger("samples.length", n, order, Number.MAX_SAFE_INTEGER);
  const statistic = order === 1 ? meanOf(samples, indices[0]!) : ofCentred(centredColumns(samples, indices));
  withoutOverflow("samples", [statistic]);
  return statistic;
}

const meanOf = (samples: Matrix, index: number): number =>
  compensatedSum(samples.map((row) => row[index]!)) / samples.length;

const centredColumns = (samples: Matrix, indices: Vector): readonly Vector[] =>
  indices.map((index) => {
    const mean = meanOf(samples, index);
    return samples.map((row) => row[index]! - mean);
  });

function ofCentred(columns: readonly Vector[]): number {
  const n = columns[0]!.length;
  const moment = (...places: readonly number[]): number =>
    compensatedSum(columns[0]!.map((_, k) => places.reduce((product, i) => product * columns[i]![k]!, 1))) / n;
  if (columns.length === 2) return (n / (n - 1)) * moment(0, 1);
  if (columns.length === 3) return ((n / (n - 1)) * n * moment(0, 1, 2)) / (n - 2);
  const pairs = moment(0, 1) * moment(2, 3) + moment(0, 2) * moment(1, 3) + moment(0, 3) * moment(1, 2);
  const scale = (n / (n - 1)) * (n / (n - 2)) * (1 / (n - 3));
  return scale * ((n + 1) * moment(0, 1, 2, 3) - (n - 1) * pairs);
}
