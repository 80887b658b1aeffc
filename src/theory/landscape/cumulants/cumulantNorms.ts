/**
 * Norms of the cumulants of the entries of a random symmetric N x N matrix W, Eqns (11a) to (11c):
 *
 *   averaged   |kappa|_2 = || |kappa(*,*)| ||,  |kappa|_3 = ||sum_a |kappa(a,*,*)||| + inf(..),  |kappa|_k = N^-2 sum |kappa(a_1, .., a_k)|, k >= 4,
 *   isotropic  |kappa|_2 = inf(..),             |kappa|_k = ||sum_(a_1 .. a_(k-2)) |kappa(a_1, .., a_(k-2), *, *)| ||, k >= 3,
 *
 * with operator norms of N^2 x N^2 matrices. Infima over decompositions are not computed: what stands for them is an upper bound, marked so.
 *
 * Source: the S-System paper, after L. Erdos, T. Krueger, D. Schroeder, Forum Math. Sigma 7 (2019) e8. Ours: the bounds, and the norms on
 * distinct entries: an N^2 x N^2 matrix that does not see transpositions has the norm of sqrt(m_e) K_ef sqrt(m_f), m the multiplicities.
 */
import { assertInteger } from "../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, finite, numbers, optionsOf, withoutOverflow } from "../../../numeric/shape.js";
import type { Cumulant } from "./cumulantFromMoments.js";
import { assertWork, type CumulantSums, cumulantSums } from "./cumulantSums.js";
import { type MatrixLaw, matrixLaw } from "./matrixLaw.js";
import { secondIsotropicBound } from "./secondIsotropicBound.js";
import { thirdAveragedBound } from "./thirdAveragedBound.js";

export interface CumulantNorm {
  readonly order: number;
  readonly family: "averaged" | "isotropic";
  readonly value: number;
  /** Of rounding, absolute. */
  readonly error: number;
  /** "upper bound": the norm has an infimum over decompositions, and is this at most. */
  readonly is: "value" | "upper bound";
}

export interface CumulantNormsOptions {
  /** Of the matrices; default equal ones. */
  readonly probabilities?: Vector;
  /** Highest order R, 2 to 6; default 4. */
  readonly order?: number;
}

/**
 * The norms of orders 2 to R of the random matrix that takes each of `matrices` with its probability, averaged before isotropic. What is sampled
 * enters as the law of the sample: its cumulants of order k differ from the true ones by chance, and the norms add magnitudes of that.
 *
 * Domain: symmetric matrices of one size N, E = N (N+1)/2 distinct entries; C(E+k-1, k) 2^k times 20 more than the number of matrices at most 3e8, that is
 * N = 6 for 1000 matrices and order 4. One matrix has norms 0.
 * @throws TheoryError "domain" for matrices, probabilities, order.
 */
export function cumulantNorms(
  matrices: readonly Matrix[],
  options: CumulantNormsOptions = {},
): readonly CumulantNorm[] {
  assertShapes({ options: optionsOf({ probabilities: numbers, order: finite }) }, { options });
  const { probabilities, order: highest = 4 } = options;
  assertInteger("order", highest, 2, 6);
  const ensemble = matrixLaw(matrices, probabilities);
  assertWork(ensemble, highest);
  const orders = Array.from({ length: highest - 1 }, (_, k) => k + 2);
  const norms = orders.flatMap((order) => normsOf(ensemble, cumulantSums(ensemble, order)));
  withoutOverflow(
    "matrices",
    norms.flatMap(({ value, error }) => [value, error]),
  );
  return norms;
}

function normsOf(ensemble: MatrixLaw, sums: CumulantSums): readonly CumulantNorm[] {
  const { order, total } = sums;
  const operator = pairNorm(ensemble, sums);
  const area = ensemble.size ** 2;
  const known = (family: CumulantNorm["family"], { value, error }: Cumulant) =>
    ({ order, family, value, error, is: "value" }) as const;
  const bounded = (family: CumulantNorm["family"], ...parts: readonly Cumulant[]) =>
    ({ ...known(family, sumOf(parts)), is: "upper bound" }) as const;
  if (order === 2) return [known("averaged", operator), bounded("isotropic", secondIsotropicBound(ensemble))];
  if (order === 3) {
    return [bounded("averaged", operator, thirdAveragedBound(ensemble, sums)), known("isotropic", operator)];
  }
  const average = { value: total[0] / area, error: total[1] / area + 1e3 * UNIT_ROUNDOFF * (total[0] / area) };
  return [known("averaged", average), known("isotropic", operator)];
}

const sumOf = (parts: readonly Cumulant[]): Cumulant => ({
  value: parts.reduce((sum, { value }) => sum + value, 0),
  error: parts.reduce((sum, { error }) => sum + error, 0),
});

/** The operator norm over all N^2 places of a matrix of pairs of entries. Errors of entries change it by the norm of theirs at most. */
function pairNorm({ multiplicity }: MatrixLaw, { pairs }: CumulantSums): Cumulant {
  const count = multiplicity.length;
  const weighted = (values: Float64Array) =>
    values.map((value, at) => value * Math.sqrt(multiplicity[Math.floor(at / count)]! * multiplicity[at % count]!));
  const [values, errors] = [weighted(pairs.values), weighted(pairs.errors)];
  withoutOverflow("matrices", values, errors);
  const value = symmetricEigenvalues(values, count).at(-1)!;
  const error = symmetricEigenvalues(errors, count).at(-1)!;
  return { value, error: error + 8 * Math.sqrt(count) * UNIT_ROUNDOFF * value };
}
