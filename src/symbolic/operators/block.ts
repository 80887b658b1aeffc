import type { Field } from "../algebra/field.js";
import { rational } from "../rational.js";

/** A 2 x 2 matrix: ((p, q), (r, s)) maps the coordinates (a, b) to (p a + q b, r a + s b). */
export interface Block<T> {
  readonly entries: readonly [readonly [T, T], readonly [T, T]];
  readonly trace: T;
  readonly determinant: T;
  /** trace^2 - 4 determinant = (p - s)^2 + 4 q r: the square of the difference of the eigenvalues. */
  readonly discriminant: T;
}

export function block<T>(field: Field<T>, [[p, q], [r, s]]: Block<T>["entries"]): Block<T> {
  const [four, difference, coupling] = [field.fromRational(rational(4)), field.subtract(p, s), field.multiply(q, r)];
  return Object.freeze({
    entries: Object.freeze([Object.freeze([p, q] as const), Object.freeze([r, s] as const)] as const),
    trace: field.add(p, s),
    determinant: field.subtract(field.multiply(p, s), coupling),
    discriminant: field.add(field.multiply(difference, difference), field.multiply(four, coupling)),
  });
}

/** The root of a square of the field; null for what is no square, or not known to be one. */
export type SquareRoot<T> = (value: T) => T | null;

/**
 * The eigenvalues of a block where they lie in the field: the diagonal of a triangular block, else
 * (trace +- sqrt(discriminant))/2 when the discriminant is the square of a field element. Null when it is not.
 */
export function blockEigenvalues<T>(
  field: Field<T>,
  { entries: [[p, q], [r, s]], trace, discriminant }: Block<T>,
  squareRoot: SquareRoot<T>,
): readonly [T, T] | null {
  if (field.isZero(q) || field.isZero(r)) return [p, s];
  const root = squareRoot(discriminant);
  if (root === null) return null;
  const half = field.fromRational(rational(1, 2));
  return [field.multiply(half, field.add(trace, root)), field.multiply(half, field.subtract(trace, root))];
}
