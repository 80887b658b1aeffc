/**
 * Upper bounds of the isotropic norm of covariances, Eqn (11c): inf over kappa = kappa_d + kappa_c of |kappa_d|_d + |kappa_c|_c,
 *
 *   |kappa|_d = sup_(|x| <= 1) || ||kappa(x *, . *)|| ||,   |kappa|_c = sup_(|x| <= 1) || ||kappa(x *, * .)|| ||.
 *
 * Ours: two decompositions, all of kappa direct, and each entry where its places are closer, direct for |a1 - a2| + |b1 - b2| less than
 * |a1 - b2| + |b1 - a2|, halved between equals; and the inner supremum taken for each pair of stars: the norm of the matrix of operator norms.
 */
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { withoutOverflow } from "../../../numeric/shape.js";
import type { Cumulant } from "./cumulantFromMoments.js";
import { moebiusTerms } from "./cumulantFromMoments.js";
import { cumulantOf } from "./jointCumulant.js";
import type { MatrixLaw } from "./matrixLaw.js";

/** kappa(a1 b1, a2 b2), or a part of it. */
type Covariance = (a1: number, b1: number, a2: number, b2: number) => number;

/** The smaller of the two bounds. */
export function secondIsotropicBound(ensemble: MatrixLaw): Cumulant {
  const { size } = ensemble;
  const { value: whole, error: wholeError } = covariances(ensemble);
  const error = normOfNorms(size, wholeError) + 16 * size * UNIT_ROUNDOFF * normOfNorms(size, whole);
  const direct: Covariance = (a1, b1, a2, b2) => directShare(a1, b1, a2, b2) * whole(a1, b1, a2, b2);
  // the cross part with the places of its second argument exchanged: its norm is then the direct one
  const cross: Covariance = (a1, b1, b2, a2) => (1 - directShare(a1, b1, a2, b2)) * whole(a1, b1, a2, b2);
  const split = normOfNorms(size, direct) + normOfNorms(size, cross);
  return { value: Math.min(normOfNorms(size, whole), split), error: 2 * error };
}

function directShare(a1: number, b1: number, a2: number, b2: number): number {
  const gap = Math.abs(a1 - a2) + Math.abs(b1 - b2) - Math.abs(a1 - b2) - Math.abs(b1 - a2);
  return gap < 0 ? 1 : gap > 0 ? 0 : 0.5;
}

function covariances({ size, entryAt, multiplicity, law }: MatrixLaw): { value: Covariance; error: Covariance } {
  const count = multiplicity.length;
  const values = new Float64Array(count * count);
  const errors = new Float64Array(count * count);
  const terms = moebiusTerms(2);
  for (let e = 0; e < count; e++) {
    for (let f = 0; f < count; f++) {
      const { value, error } = cumulantOf(law, [e, f], terms);
      values[e * count + f] = value;
      errors[e * count + f] = error;
    }
  }
  const from =
    (table: Float64Array): Covariance =>
    (a1, b1, a2, b2) =>
      table[entryAt[a1 * size + b1]! * count + entryAt[a2 * size + b2]!]!;
  return { value: from(values), error: from(errors) };
}

/** The norm of the matrix over b1, b2 of the operator norms of kappa(a1 b1, a2 b2) over a2, a1. */
function normOfNorms(size: number, covariance: Covariance): number {
  const outer = new Float64Array(size * size);
  for (let b1 = 0; b1 < size; b1++) {
    for (let b2 = 0; b2 < size; b2++) {
      const inner = new Float64Array(size * size);
      for (let a1 = 0; a1 < size; a1++) {
        for (let a2 = 0; a2 < size; a2++) inner[a1 * size + a2] = covariance(a1, b1, a2, b2);
      }
      outer[b1 * size + b2] = operatorNorm(inner, size);
    }
  }
  return operatorNorm(outer, size);
}

/** The largest singular value, the root of the largest eigenvalue of A A^T. */
function operatorNorm(matrix: Float64Array, size: number): number {
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += matrix[i * size + k]! * matrix[j * size + k]!;
      gram[i * size + j] = sum;
      gram[j * size + i] = sum;
    }
  }
  withoutOverflow("matrices", gram);
  return Math.sqrt(Math.max(0, symmetricEigenvalues(gram, size).at(-1)!));
}
