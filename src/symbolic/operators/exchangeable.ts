import type { OperatorAlgebra } from "./operatorAlgebra.js";
import { type StructuredMatrix, structuredMatrix } from "./structuredMatrix.js";

/** BSB1(a, b) of the paper: a on the diagonal, b off it, (a - b) I + b 11^T. */
export interface Exchangeable<T> {
  readonly diagonal: T;
  readonly offDiagonal: T;
}

export const exchangeable = <T>(diagonal: T, offDiagonal: T): Exchangeable<T> =>
  Object.freeze({ diagonal, offDiagonal });

export const exchangeableEntry = <T>({ diagonal, offDiagonal }: Exchangeable<T>, k: number, l: number): T =>
  k === l ? diagonal : offDiagonal;

export const exchangeableMatrix = <T>(matrix: Exchangeable<T>): StructuredMatrix<T> =>
  structuredMatrix(0, (k, l) => exchangeableEntry(matrix, k, l));

/** u I + v 11^T. */
export const identityAndOnes = <T>({ field }: OperatorAlgebra<T>, u: T, v: T): Exchangeable<T> =>
  exchangeable(field.add(u, v), v);

/** G = I - 11^T/B, the projection on vectors of mean zero. */
export const centringMatrix = <T>(algebra: OperatorAlgebra<T>): Exchangeable<T> =>
  identityAndOnes(
    algebra,
    algebra.field.one,
    algebra.field.negate(algebra.field.divide(algebra.field.one, algebra.batch)),
  );

/**
 * BSB1(a, b)^-1, from its eigenvalues a - b on vectors of mean zero and a + (B - 1) b on 1:
 * I / (a - b) - b 11^T / ((a - b)(a + (B - 1) b)). Throws a RangeError where one of them vanishes.
 */
export function exchangeableInverse<T>(algebra: OperatorAlgebra<T>, matrix: Exchangeable<T>): Exchangeable<T> {
  const { field, batch } = algebra;
  const { diagonal: a, offDiagonal: b } = matrix;
  const centred = field.subtract(a, b);
  const mean = field.add(centred, field.multiply(batch, b));
  if (field.isZero(centred) || field.isZero(mean)) throw new RangeError("a singular matrix has no inverse");
  const onOnes = field.negate(field.divide(b, field.multiply(centred, mean)));
  return identityAndOnes(algebra, field.divide(field.one, centred), onOnes);
}
