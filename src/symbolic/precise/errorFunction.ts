import {
  add,
  type Ball,
  ball,
  divide,
  lowerOf,
  middleOf,
  multiply,
  negate,
  one,
  radiusOf,
  round,
  scale,
  signOf,
  subtract,
  upperOf,
  widen,
  zero,
} from "./ball.js";
import { bitLength, shift } from "./bits.js";
import { pi } from "./constants.js";
import { exp } from "./exponential.js";
import { log2Magnitude, type Magnitude, magnitude, multiplyMagnitudes, powerOfTwo } from "./magnitude.js";
import { sqrt } from "./roots.js";

/** erf x, relatively accurate near 0. The radius: 2/sqrt(pi) e^(-t^2) at the nearest point t. Source: DLMF 7.6.2, 7.12.1. */
export function erf(x: Ball, precision: number): Ball {
  if (signOf(x) === 0) return zero;
  const middle = middleOf(x);
  const size = middle.mantissa < 0n ? negate(middle) : middle;
  const value = isFar(size, precision) ? subtract(one, erfcFar(size, 4), precision) : erfNear(size, precision);
  return widen(x.mantissa < 0n ? negate(value) : value, spreadOf(x), precision);
}

/** erfc x = 1 - erf x, relatively accurate in the right tail. */
export function erfc(x: Ball, precision: number): Ball {
  const middle = middleOf(x);
  if (signOf(middle) !== 1) {
    const other = signOf(middle) === 0 ? zero : erf(negate(middle), precision);
    return widen(add(one, other, precision), spreadOf(x), precision);
  }
  // erfc x > e^(-x^2) / (2x + 2): the bits that 1 - erf loses
  const size = log2Magnitude(upperOf(middle));
  const lost =
    size > 40 ? Number.POSITIVE_INFINITY : Math.ceil(1.0001 * Math.LOG2E * 4 ** size + Math.max(0, size)) + 4;
  const value = isFar(middle, precision)
    ? erfcFar(middle, precision)
    : subtract(one, erfNear(middle, precision + lost), precision);
  return widen(value, spreadOf(x), precision);
}

/** radius * 1.13 * 2^(-1.4426 t^2) for the smallest |t| of the ball. */
function spreadOf(x: Ball): Magnitude {
  if (x.radius === 0) return magnitude(0);
  const least = log2Magnitude(lowerOf(x));
  const decay = least < -10 ? 0 : Math.floor(Math.LOG2E * 4 ** Math.min(least, 24) * (1 - 2 ** -40));
  return multiplyMagnitudes(radiusOf(x), { value: 1.13, exponent: -decay });
}

/** True where the asymptotic series of erfc, whose terms fall to about e^(-x^2), reaches the precision. */
const isFar = (x: Ball, precision: number) =>
  Math.LOG2E * 4 ** Math.min(log2Magnitude(lowerOf(x)), 200) > precision + 16;

/**
 * 2 x / sqrt(pi) e^(-x^2) S, S = sum y^n / (2n+1)!! with y = 2 x^2: no term is negative. In fixed point every term loses less than
 * 2 units, and what a term has lost grows with the later terms: with N terms S loses less than 2N (S + N) units and, since
 * dS/dy <= S/2, another S/2 for y; the tail loses 4N more.
 */
function erfNear(x: Ball, precision: number): Ball {
  const top = bitLength(x.mantissa) + x.exponent;
  // |erf x - 2x/sqrt(pi)| <= |x|^3
  const working = precision + 12;
  const factor = divide(scale(x, 1), sqrt(pi(working), working), working);
  if (top < -precision / 2 - 2) {
    const size = upperOf(x);
    return round(widen(factor, multiplyMagnitudes(size, multiplyMagnitudes(size, size)), working), precision);
  }
  const bits = precision + 32 + 2 * Math.max(0, top);
  const y = shift(x.mantissa * x.mantissa, 2 * x.exponent + bits + 1);
  let term = 1n << BigInt(bits);
  let sum = term;
  let count = 1;
  for (; term !== 0n; count += 1) {
    term = ((term * y) >> BigInt(bits)) / BigInt(2 * count + 1);
    sum += term;
  }
  // S >= 1, so N (N + 1) units of 2^-bits are a relative error
  const relative = magnitude(2 * count * (count + 3) + 2, -bits);
  const series = ball(
    sum,
    -bits,
    multiplyMagnitudes(upperOf({ mantissa: sum, exponent: -bits, radius: 1 }), relative),
    working,
  );
  const square = multiply(x, x, 4 * working + 4 * bitLength(x.mantissa));
  return multiply(multiply(factor, series, working), exp(negate(square), working), precision);
}

/** e^(-x^2)/(x sqrt(pi)) (1 - 1/(2x^2) + 3/(2x^2)^2 - ...), x > 0: the error is below the first term left out. */
function erfcFar(x: Ball, precision: number): Ball {
  if (bitLength(x.mantissa) + x.exponent > 100) return ball(0n, 0, powerOfTwo(-(2 ** 48)), precision);
  const working = precision + 12;
  const square = multiply(x, x, 4 * working + 4 * bitLength(x.mantissa));
  const bits = working + 24;
  const y = shift(square.mantissa, square.exponent + 1 + bits);
  let term = 1n << BigInt(bits);
  let sum = term;
  let count = 1;
  for (; term !== 0n; count += 1) {
    const next = ((term * BigInt(2 * count - 1)) << BigInt(bits)) / y;
    if (next >= term) break;
    term = next;
    sum = count % 2 === 1 ? sum - term : sum + term;
  }
  // the n-th term is off by less than n + 2 units, since the ratios are below 1; what is left out is below twice the last one
  const error = bitLength(BigInt(count * (count + 3)) + 2n * term);
  const series = ball(sum, -bits, powerOfTwo(error - bits), working);
  const front = multiply(x, sqrt(pi(working), working), working);
  return multiply(divide(series, front, working), exp(negate(square), working), precision);
}
