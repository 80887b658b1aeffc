import {
  add,
  type Ball,
  ball,
  containsZero,
  divide,
  lowerOf,
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
import { PrecisionError } from "./errors.js";
import { arcFixed, piFixed, sinCosFixed } from "./fixedPoint.js";
import { divideMagnitudes, multiplyMagnitudes, powerOfTwo } from "./magnitude.js";
import { sqrt } from "./roots.js";

/**
 * atan x, relatively accurate near 0. The middle: y, the arc tangent of t as a double, is a first value and
 * atan t = y + atan((t cos y - sin y)/(cos y + t sin y)), where the last argument is below 2^-45; t > 1 through 1/t.
 * The radius: r / (1 + t^2) at the nearest point.
 */
export function atan(x: Ball, precision: number): Ball {
  if (signOf(x) === 0) return zero;
  const spread = radiusOf(x);
  const top = bitLength(x.mantissa) + x.exponent;
  // |atan x - x| <= |x|^3
  if (top < -precision / 2 - 2 && (x.radius === 0 || spread.exponent < -precision / 2 - 2)) {
    const size = upperOf(x);
    return widen(round(x, precision), multiplyMagnitudes(size, multiplyMagnitudes(size, size)), precision);
  }
  const size = x.mantissa < 0n ? -x.mantissa : x.mantissa;
  const middle = atanOfMiddle(size, x.exponent, precision);
  const value = x.mantissa < 0n ? negate(middle) : middle;
  if (x.radius === 0) return value;
  const least = lowerOf(x);
  const slope = least.exponent > 0 ? divideMagnitudes(divideMagnitudes(spread, least), least) : spread;
  return widen(value, slope, precision);
}

function atanOfMiddle(size: bigint, exponent: number, precision: number): Ball {
  const top = bitLength(size) + exponent;
  const bits = precision + 8 + Math.max(0, -top);
  const inverted = top > 0;
  const reciprocal = () => (top > bits + 1 ? 0n : shift(1n, bits - exponent) / size);
  const t = inverted ? reciprocal() : shift(size, exponent + bits);
  const guess = Math.round(Math.atan(Number(shift(t, 60 - bits)) * 2 ** -60) * 2 ** 52);
  const first = shift(BigInt(guess), bits - 52);
  const { sin, cos } = sinCosFixed(first, bits);
  const unit = BigInt(bits);
  const ratio = ((t * cos - (sin << unit)) << unit) / ((cos << unit) + t * sin);
  // t is off by 1 unit, sin and cos by 2, the ratio by 7, its arc tangent by 9
  const angle = first + arcFixed(ratio, bits, true);
  if (!inverted) return ball(angle, -bits, powerOfTwo(4 - bits), precision);
  return ball((piFixed(bits) >> 1n) - angle, -bits, powerOfTwo(4 - bits), precision);
}

/** asin x = atan(x / sqrt((1-x)(1+x))), |x| <= 1. Throws a RangeError outside, a PrecisionError where that is not known. */
export function asin(x: Ball, precision: number): Ball {
  const working = precision + 4;
  const [below, above] = distances(x, working);
  if (signOf(below) === 0 || signOf(above) === 0)
    return x.mantissa < 0n ? negate(scale(pi(precision), -1)) : scale(pi(precision), -1);
  return atan(divide(x, sqrt(multiply(below, above, working), working), working), precision);
}

/** acos x = 2 atan(sqrt((1-x)/(1+x))), |x| <= 1, relatively accurate near 1. Throws like `asin`. */
export function acos(x: Ball, precision: number): Ball {
  const working = precision + 4;
  const [below, above] = distances(x, working);
  if (signOf(below) === 0) return zero;
  if (signOf(above) === 0) return pi(precision);
  return scale(atan(sqrt(divide(below, above, working), working), precision), 1);
}

/** 1 - x and 1 + x, known not to be negative. */
function distances(x: Ball, precision: number): readonly [Ball, Ball] {
  const both = [subtract(one, x, precision), add(one, x, precision)] as const;
  for (const distance of both) {
    if (containsZero(distance) && distance.radius > 0)
      throw new PrecisionError("an arc of a number that may lie beyond 1");
    if (distance.mantissa < 0n) throw new RangeError("an arc of a number beyond 1");
  }
  return both;
}
