import { centringMatrix, type Exchangeable, exchangeableEntry } from "./exchangeable.js";
import type { Operator } from "./operator.js";
import type { OperatorAlgebra } from "./operatorAlgebra.js";

/** Sigma -> (A Sigma C + C Sigma A)/2: [kl|ij] = A_ki C_lj, symmetrised. */
export const sandwich = <T>(algebra: OperatorAlgebra<T>, a: Exchangeable<T>, c: Exchangeable<T>): Operator<T> =>
  algebra.operator((k, l, i, j) => algebra.field.multiply(exchangeableEntry(a, k, i), exchangeableEntry(c, l, j)));

/** Sigma -> A Sigma A. */
export const conjugation = <T>(algebra: OperatorAlgebra<T>, a: Exchangeable<T>): Operator<T> => sandwich(algebra, a, a);

/** G2: Sigma -> G Sigma G, the orthogonal projection on symmetric matrices whose rows sum to zero (paper B.4). */
export const centring = <T>(algebra: OperatorAlgebra<T>): Operator<T> => conjugation(algebra, centringMatrix(algebra));

/** G2 T G2: T restricted to the matrices whose rows sum to zero, and projected on them; zero on their complement. */
export function centred<T>(algebra: OperatorAlgebra<T>, operator: Operator<T>): Operator<T> {
  const projection = centring(algebra);
  return algebra.compose(projection, algebra.compose(operator, projection));
}

/** Sigma -> C * Sigma entry by entry: [kl|ij] = C_kl where {i, j} = {k, l}. */
export const schurMultiplication = <T>(algebra: OperatorAlgebra<T>, c: Exchangeable<T>): Operator<T> =>
  algebra.operator((k, l, i, j) => (k === i && l === j ? exchangeableEntry(c, k, l) : algebra.field.zero));

/** Sigma -> Diag(Sigma), the diagonal kept and the rest set to zero. */
export const diagonalPart = <T>(algebra: OperatorAlgebra<T>): Operator<T> =>
  schurMultiplication(algebra, { diagonal: algebra.field.one, offDiagonal: algebra.field.zero });

/** Sigma -> tr(A Sigma) C: [kl|ij] = C_kl A_ij. */
export const rankOne = <T>(algebra: OperatorAlgebra<T>, a: Exchangeable<T>, c: Exchangeable<T>): Operator<T> =>
  algebra.operator((k, l, i, j) => algebra.field.multiply(exchangeableEntry(c, k, l), exchangeableEntry(a, i, j)));

/**
 * DOS(u, v, w), "diagonal-off-diagonal semidirect" (paper B.54): T{Sigma}_ii = u Sigma_ii and, for i != j,
 * T{Sigma}_ij = v (Sigma_ii + Sigma_jj) + w Sigma_ij. The derivative of every Sigma -> E[phi(z) phi(z)^T],
 * z ~ N(0, Sigma), is of this kind.
 */
export const diagonalOffDiagonal = <T>(algebra: OperatorAlgebra<T>, u: T, v: T, w: T): Operator<T> =>
  algebra.operator((k, l, i, j) => {
    if (k === l) return i === k && j === k ? u : algebra.field.zero;
    if (i === j) return i === k || i === l ? v : algebra.field.zero;
    return i === k && j === l ? w : algebra.field.zero;
  });
