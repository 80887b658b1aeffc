import { isConstantPolynomial, leadingCoefficient } from "../algebra/polynomial.js";
import { type Rational, rational } from "../rational.js";
import type { Exact } from "./exact.js";

/** The rational number that an element is; null for others. */
export function rationalOf({ numerator, denominator }: Exact): Rational | null {
  if (!isConstantPolynomial(numerator) || !isConstantPolynomial(denominator)) return null;
  return rational(leadingCoefficient(numerator), leadingCoefficient(denominator));
}

/** The whole number that an element is, as a double; null for others and beyond 2^53. */
export function wholeOf(x: Exact): number | null {
  const value = rationalOf(x);
  if (value?.denominator !== 1n) return null;
  const whole = Number(value.numerator);
  return Number.isSafeInteger(whole) ? whole : null;
}

/**
 * The constant term of a polynomial over Q in symbols and atoms; null for elements with another denominator.
 * The class of an element modulo whole numbers is then that of its constant term.
 */
export function constantTerm({ numerator, denominator }: Exact): Rational | null {
  if (!isConstantPolynomial(denominator)) return null;
  const last = numerator.terms[numerator.terms.length - 1];
  const constant = last?.exponents.every((exponent) => exponent === 0) ? last.coefficient : 0n;
  return rational(constant, leadingCoefficient(denominator));
}

/** The largest whole number <= value. */
export function floorOf({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}
