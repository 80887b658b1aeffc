import type { RationalFunction } from "../algebra/rationalFunction.js";
import type { Expression } from "../expression.js";
import { divide, factorial, fraction, multiply, rising, zero } from "./arithmetic.js";
import { exactFunction } from "./exact.js";
import { polynomialIn } from "./polynomialIn.js";

/**
 * C_k^lambda(x) = sum_j (-1)^j (lambda)_(k-j)/(j! (k-2j)!) (2x)^(k-2j), the highest power first: an exact polynomial in
 * x with coefficients that are polynomials in lambda. C_k^0 = 0 for k >= 1. x is any term. Source: DLMF 18.5.10.
 * Throws a RangeError unless k is a whole number >= 0, and when lambda is no rational function of its symbols.
 */
export function gegenbauerPolynomial(k: number, lambda: Expression, x: Expression): Expression {
  return polynomialIn(gegenbauerCoefficients(k, exactFunction(lambda, "lambda")), x);
}

/** Coefficients of C_k^lambda by power of x, from 0 to k. */
export function gegenbauerCoefficients(k: number, lambda: RationalFunction): readonly RationalFunction[] {
  requireIndex(k);
  const coefficients = Array.from({ length: k + 1 }, () => zero);
  for (let j = 0; 2 * j <= k; j++) {
    const power = k - 2 * j;
    const size = fraction((j % 2 === 0 ? 1n : -1n) * 2n ** BigInt(power), factorial(j) * factorial(power));
    coefficients[power] = multiply(size, rising(lambda, k - j));
  }
  return coefficients;
}

/** C_k^lambda(1) = (2 lambda)_k / k!. */
export const gegenbauerAtOne = (k: number, lambda: RationalFunction): RationalFunction =>
  divide(rising(multiply(fraction(2), lambda), k), fraction(factorial(k)));

export function requireIndex(k: number): void {
  if (!Number.isInteger(k) || k < 0)
    throw new RangeError(`the degree of a polynomial must be a whole number >= 0, not ${k}`);
}
