import type { Field } from "../algebra/field.js";
import { type StructuredMatrix, structuredMatrix } from "./structuredMatrix.js";

/** What entries are made with: a field, or anything else that has 0 and -a. */
export type Signs<T> = Pick<Field<T>, "zero" | "negate">;

/**
 * L(a, b) of the paper (B.35): rows e_1 - e_2 of the standard representation,
 *    a  0 -b -b ..
 *    0 -a  b  b ..
 *   -b  b  0  0 ..
 * Its images under permutations span B - 1 dimensions; those of L(B - 2, 1) have rows that sum to zero.
 */
export function differenceMatrix<T>({ zero, negate }: Signs<T>, a: T, b: T): StructuredMatrix<T> {
  return structuredMatrix(2, (k, l) => {
    if (k === l) return k === 0 ? a : k === 1 ? negate(a) : zero;
    if (k < 2 && l === 2) return k === 0 ? negate(b) : b;
    return zero;
  });
}

/**
 * The underlined L(a, b) of the paper (B.61): a at (1, 1), -b along the rest of the first row and column. Its images
 * under permutations span B dimensions.
 */
export const starMatrix = <T>({ zero, negate }: Signs<T>, a: T, b: T): StructuredMatrix<T> =>
  structuredMatrix(1, (k, l) => (k > 0 ? zero : l === 0 ? a : negate(b)));

/**
 * The cycle 1-2-3-4 with edges of weight 1, -1, 1, -1: zero diagonal, rows that sum to zero. Its images under
 * permutations span M, B(B - 3)/2 dimensions.
 */
export function cycleMatrix<T>(field: Pick<Field<T>, "zero" | "one" | "negate">): StructuredMatrix<T> {
  return structuredMatrix(4, (k, l) => {
    if (l > 3 || (l - k) % 2 === 0) return field.zero;
    return (k + l) % 4 === 1 ? field.one : field.negate(field.one);
  });
}
