import type { Rational } from "../rational.js";

/** The arithmetic of one kind of exact number; elements are immutable and `isZero` is decided, not guessed. */
export interface Field<T> {
  readonly zero: T;
  readonly one: T;
  fromRational(value: Rational): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  negate(a: T): T;
  multiply(a: T, b: T): T;
  /** Throws a RangeError when b is zero. */
  divide(a: T, b: T): T;
  isZero(a: T): boolean;
}
