import type { Rational } from "../rational.js";
import { add, type Ball, ball, divide, exactBall, multiply, one, radiusOf, round, upperOf, widen } from "./ball.js";
import { bitLength, shift } from "./bits.js";
import { toNumber } from "./decimal.js";
import { PrecisionError } from "./errors.js";
import { log2Magnitude, magnitude, multiplyMagnitudes } from "./magnitude.js";
import { isExact, toBall, type Value } from "./value.js";

export interface Parameters {
  readonly a: Value;
  readonly b: Value;
  readonly c: Value;
  readonly z: Value;
  /** The last n of the series; Infinity where it does not end. */
  readonly last: number;
}

const mostTerms = 200_000;

/**
 * sum over n = 0 .. last of (a)_n (b)_n / ((c)_n n!) z^n; |z| < 1 unless it ends. The tail is bounded by a geometric series:
 * |t_(n+1)/t_n| <= |z| max(1, (a+n)/(c+n)) max(1, (b+n)/(n+1)), which does not grow with n.
 */
export function hypergeometricSeries(parameters: Parameters, precision: number): Ball {
  const { a, b, c, z } = parameters;
  if (isExact(a) && isExact(b) && isExact(c)) {
    return fixedSeries({ a, b, c, z, last: parameters.last }, precision);
  }
  return ballSeries(parameters, precision);
}

/**
 * An upper bound of |t_(j+1)/t_j| for every j >= n: once a + n, b + n >= 0 < c + n both quotients go monotonically to 1.
 * Infinity before.
 */
export function ratioBound({ a, b, c, z }: Parameters): (n: number) => number {
  const [p, q, r] = [endsOf(a), endsOf(b), endsOf(c)];
  const size = Math.max(2 ** -1000, 2 ** log2Magnitude(upperOf(toBall(z, 64))));
  const bound = (above: number, below: number) => Math.max(1, above / below) * (1 + 2 ** -30);
  return (n) =>
    n + p.low >= 0 && n + q.low >= 0 && n + r.low > 0.5
      ? size * bound(p.high + n, r.low + n) * bound(q.high + n, n + 1)
      : Number.POSITIVE_INFINITY;
}

/** Doubles that hold the value between them. */
export function endsOf(value: Value): { readonly low: number; readonly high: number } {
  const ball = toBall(value, 64);
  const middle = toNumber(ball);
  const spread = 2 ** log2Magnitude(radiusOf(ball)) + Math.abs(middle) * 2 ** -50;
  return { low: middle - spread, high: middle + spread };
}

interface ExactParameters extends Parameters {
  readonly a: Rational;
  readonly b: Rational;
  readonly c: Rational;
}

/**
 * Terms as fixed-point integers T times small fractions. `error` bounds how many units T is off: it grows with the ratio, by 2 for
 * the roundings, and by the error of z.
 */
function fixedSeries(parameters: ExactParameters, precision: number): Ball {
  const { a, b, c, z, last } = parameters;
  const bits = precision + 20;
  const short = isExact(z) && bitLength(z.numerator) + bitLength(z.denominator) <= 128;
  const fixed = toBall(z, bits);
  const mantissa = shift(fixed.mantissa, fixed.exponent + bits);
  const spread = short ? 0 : 2 + fixed.radius * 2 ** (fixed.exponent + bits);
  const size = Math.abs(toNumber(fixed)) * (1 + 2 ** -40) + spread * 2 ** -Math.min(bits, 1000);
  const zTop = short ? (z as Rational).numerator : 1n;
  const zBottom = short ? (z as Rational).denominator : 1n;
  const later = ratioBound(parameters);
  let [term, sum] = [1n << BigInt(bits), 1n << BigInt(bits)];
  let [error, total] = [0, 0];
  for (let n = 0; n < last; n += 1) {
    const k = BigInt(n);
    const top = (a.numerator + k * a.denominator) * (b.numerator + k * b.denominator) * c.denominator;
    const bottom = (c.numerator + k * c.denominator) * (k + 1n) * a.denominator * b.denominator;
    const factor = Math.abs(Number(top) / Number(bottom)) * (1 + 2 ** -40);
    const before = Math.abs(Number(shift(term, 30 - bits))) + 1;
    term = short ? (term * (top * zTop)) / (bottom * zBottom) : towardsZero((term * mantissa * top) / bottom, bits);
    error = (error * size * factor + before * 2 ** -30 * spread * factor) * (1 + 2 ** -40) + 2;
    sum += term;
    total += error;
    if (!(total < 2 ** 900)) return ballSeries(parameters, precision);
    if (term <= 4n && term >= -4n) {
      const ratio = later(n + 1);
      const tail = ratio < 0.999 ? ((5 + error) * ratio) / (1 - ratio) : Number.POSITIVE_INFINITY;
      if (tail < 2 ** 900) return ball(sum, -bits, magnitude((total + tail) * (1 + 2 ** -40), -bits), precision);
    }
    if (n > mostTerms) throw new RangeError("a series that converges too slowly");
  }
  return ball(sum, -bits, magnitude(total * (1 + 2 ** -40), -bits), precision);
}

/** a 2^-count without its fraction: `>>` alone would leave a small negative term where it is. */
const towardsZero = (a: bigint, count: number) => (a < 0n ? -(-a >> BigInt(count)) : a >> BigInt(count));

function ballSeries(parameters: Parameters, precision: number): Ball {
  const { last } = parameters;
  const bits = precision + 20;
  const enclosed = (value: Value) => toBall(value, bits);
  let [a, b, c] = [enclosed(parameters.a), enclosed(parameters.b), enclosed(parameters.c)];
  const z = enclosed(parameters.z);
  const later = ratioBound(parameters);
  let [term, sum] = [one, one];
  for (let n = 0; n < last; n += 1) {
    const top = multiply(multiply(a, b, bits), multiply(term, z, bits), bits);
    term = divide(top, multiply(c, exactBall(n + 1), bits), bits);
    sum = add(sum, term, bits);
    [a, b, c] = [add(a, one, bits), add(b, one, bits), add(c, one, bits)];
    const size = upperOf(term);
    if (size.exponent < upperOf(sum).exponent - precision - 8) {
      const ratio = later(n + 1);
      if (ratio < 0.999) return widen(sum, multiplyMagnitudes(size, magnitude(ratio / (1 - ratio))), precision);
    }
    if (n > mostTerms) throw new RangeError("a series that converges too slowly");
    if (term.mantissa === 0n && term.radius > 0 && size.exponent > 0)
      throw new PrecisionError("a hypergeometric series that loses all digits");
  }
  return round(sum, precision);
}
