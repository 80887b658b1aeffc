import { type Rational, rational } from "../rational.js";
import { type Ball, fromRational } from "./ball.js";
import { bitLength } from "./bits.js";

/** What an expression is worth: an exact fraction as long as that is short, else a ball. */
export type Value = Rational | Ball;

export const isExact = (value: Value): value is Rational => "numerator" in value;

export const toBall = (value: Value, precision: number): Ball =>
  isExact(value) ? fromRational(value, precision) : value;

/** The whole number that the value is known to be. */
export const wholeOf = (value: Value): bigint | undefined =>
  isExact(value) && value.denominator === 1n ? value.numerator : undefined;

/** Longer fractions become balls: their greatest common divisors would cost more than exactness is worth. */
const longest = 512;

export const isShort = (numerator: bigint, denominator: bigint): boolean =>
  bitLength(numerator) + bitLength(denominator) <= longest;

/** The value itself, or its ball where the fraction is too long to carry on exactly. */
export const settle = (value: Rational, precision: number): Value =>
  isShort(value.numerator, value.denominator) ? value : fromRational(value, precision);

/** numerator/denominator, in lowest terms only where it is short. */
export const quotientOf = (numerator: bigint, denominator: bigint, precision: number): Value =>
  isShort(numerator, denominator)
    ? rational(numerator, denominator)
    : fromRational({ numerator, denominator }, precision);

export const isZero = (value: Value): boolean =>
  isExact(value) ? value.numerator === 0n : value.mantissa === 0n && value.radius === 0;
