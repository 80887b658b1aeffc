import { addRational, multiplyRational, type Rational, rational } from "../../rational.js";
import { integerExact, rationalExact, sqrtPi } from "../create.js";
import type { Exact } from "../exact.js";
import { exponential } from "../exponential.js";
import type { ExactField } from "../field.js";
import { power, squareRoot } from "../power.js";
import { type Growth, multiplyGrowth, noGrowth, powerGrowth, rateGrowth } from "./growth.js";
import { exponentialOf, type Puiseux, series } from "./puiseux.js";

/** binomial(n, 0), ..., binomial(n, n) */
function binomials(n: number): readonly bigint[] {
  const row = [1n];
  for (let k = 1; k <= n; k++) row.push((row[k - 1]! * BigInt(n - k + 1)) / BigInt(k));
  return row;
}

/** The Bernoulli numbers b_0 .. b_n, b_1 = -1/2, by sum_{k<=m} binomial(m+1, k) b_k = 0. */
export function bernoulliNumbers(n: number): readonly Rational[] {
  const list: Rational[] = [rational(1)];
  for (let m = 1; m <= n; m++) {
    const row = binomials(m + 1);
    const sum = list.reduce((total, b, k) => addRational(total, multiplyRational(rational(row[k]!), b)), rational(0));
    list.push(multiplyRational(sum, rational(-1, m + 1)));
  }
  return list;
}

/** B_n(x) = sum_k binomial(n, k) b_(n-k) x^k */
export function bernoulliPolynomial(n: number, x: Exact, numbers: readonly Rational[], field: ExactField): Exact {
  const row = binomials(n);
  let value = field.zero;
  for (let k = n; k >= 0; k--) {
    const coefficient = multiplyRational(rational(row[k]!), numbers[n - k]!);
    value = field.add(field.multiply(value, x), rationalExact(coefficient));
  }
  return value;
}

/**
 * Gamma(q X + x) for large X, q > 0 (Stirling's series with Bernoulli polynomials; Z = q X):
 * log Gamma(Z + x) = (Z + x - 1/2) log Z - Z + log(2 pi)/2 + sum_{n>=1} (-1)^(n+1) B_(n+1)(x) / (n (n+1) Z^n).
 */
export function gammaSeries(q: Rational, x: Exact, length: number, field: ExactField): Puiseux {
  const [ratio, half] = [rationalExact(q), rationalExact(rational(1, 2))];
  const numbers = bernoulliNumbers(Math.ceil(length / 2) + 1);
  const exponent: Exact[] = new Array<Exact>(length).fill(field.zero);
  for (let n = 1; 2 * n < length; n++) {
    const scale = rational(n % 2 === 1 ? 1 : -1, n * (n + 1));
    const bernoulli = bernoulliPolynomial(n + 1, x, numbers, field);
    exponent[2 * n] = field.divide(field.multiply(rationalExact(scale), bernoulli), field.power(ratio, n));
  }
  const e = exponential(field.one, field);
  const growth: Growth = [
    powerGrowth(field.subtract(x, half)),
    { ...noGrowth, logarithmic: ratio },
    rateGrowth(ratio, ratio, field),
    rateGrowth(e, field.negate(ratio), field),
  ].reduce((a, b) => multiplyGrowth(a, b, field));
  const rootOfTwoPi = field.multiply(squareRoot(integerExact(2), field), sqrtPi());
  const constant = field.multiply(power(ratio, field.subtract(x, half), field), rootOfTwoPi);
  const coefficients = exponentialOf(exponent, field).map((c) => field.multiply(constant, c));
  return series(growth, 0, coefficients, field);
}
