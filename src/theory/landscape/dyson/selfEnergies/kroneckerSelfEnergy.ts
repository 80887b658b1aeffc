import { domainError } from "../../../../numeric/domain.js";
import { complexArray, complexProduct } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { Matrix } from "../../../../numeric/linearAlgebra/denseMatrix.js";
import { anyList, assertShapes } from "../../../../numeric/shape.js";
import { assertSize, isReal, readHermitian } from "../hermitian.js";
import type { ComplexMatrix, Packed, SelfEnergy } from "../selfEnergy.js";
import { equalWeights, frozenSelfEnergy } from "./frozenSelfEnergy.js";

/**
 * S[R] = sum_k A_k R A_k, n x n Hermitian (real: symmetric) A_k: the operator-valued semicircle of sum_k A_k (x) X_k with independent large
 * Wigner matrices X_k of variance 1. With A0 as the equation's mean, H = A0 (x) I + sum_k A_k (x) X_k.
 *
 * Domain: 1 to 10000 matrices of one size, at most 100 rows. Cost: the smaller of 2 n^3 a matrix and, for real ones of at most 40 rows, n^4.
 * @throws TheoryError "domain" naming the entry.
 */
export function kroneckerSelfEnergy(matrices: readonly (Matrix | ComplexMatrix)[]): SelfEnergy {
  assertShapes({ matrices: anyList }, { matrices });
  if (matrices.length === 0 || matrices.length > 10_000) {
    throw domainError("matrices.length", matrices.length, "1 to 10000", "Pass the A_k.");
  }
  const first = readHermitian("matrices[0]", matrices[0]!);
  const size = Math.round(Math.sqrt(first.re.length));
  assertSize("matrices[0]", size, 100);
  const terms = matrices.map((one, k) => (k === 0 ? first : readHermitian(`matrices[${k}]`, one, size)));
  return krausSelfEnergy("kronecker", terms, size);
}

/** sum_k A_k R A_k for packed Hermitian A_k. */
export function krausSelfEnergy(name: string, terms: readonly Packed[], size: number): SelfEnergy {
  const real = terms.every(isReal);
  const tensor = real && size <= 40 && 2 * terms.length > size;
  return frozenSelfEnergy({
    name,
    structure: "matrix",
    size,
    weights: equalWeights(size),
    real,
    apply: tensor ? byTensor(terms, size) : byProducts(terms, size),
  });
}

function byProducts(terms: readonly Packed[], size: number): SelfEnergy["apply"] {
  const [half, whole] = [complexArray(size * size), complexArray(size * size)];
  return (R, out) => {
    out.re.fill(0);
    out.im.fill(0);
    for (const term of terms) {
      complexProduct(term, R, size, half);
      complexProduct(half, term, size, whole);
      for (let k = 0; k < size * size; k++) {
        out.re[k] += whole.re[k];
        out.im[k] += whole.im[k];
      }
    }
  };
}

/** S[R]_ij = sum_kl (sum_m A_ik A_lj) R_kl. */
function byTensor(terms: readonly Packed[], size: number): SelfEnergy["apply"] {
  const length = size * size;
  const tensor = new Float64Array(length * length);
  for (const { re } of terms) {
    for (let i = 0, at = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        for (let k = 0; k < size; k++) {
          const left = re[i * size + k];
          for (let l = 0; l < size; l++, at++) tensor[at] += left * re[l * size + j];
        }
      }
    }
  }
  return (R, out) => {
    for (let i = 0, at = 0; i < length; i++) {
      let [x, y] = [0, 0];
      for (let k = 0; k < length; k++, at++) {
        x += tensor[at] * R.re[k];
        y += tensor[at] * R.im[k];
      }
      out.re[i] = x;
      out.im[i] = y;
    }
  };
}
