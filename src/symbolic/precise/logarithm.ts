import {
  add,
  type Ball,
  ball,
  containsZero,
  lowerOf,
  middleOf,
  one,
  radiusOf,
  round,
  signOf,
  upperOf,
  widen,
  zero,
} from "./ball.js";
import { bitLength, shift } from "./bits.js";
import { PrecisionError } from "./errors.js";
import { arcFixed, expFixed, log2Fixed } from "./fixedPoint.js";
import { divideMagnitudes, multiplyMagnitudes, powerOfTwo } from "./magnitude.js";

/**
 * log x, x > 0, to a relative accuracy near 1 too. The middle: x = u 2^s; y, the logarithm of u as a double, is a first value and
 * log u = y + 2 atanh((u - e^y)/(u + e^y)), where the argument of atanh is below 2^-45. The radius: r / (m - r).
 * Throws a RangeError for x <= 0, a PrecisionError where the sign is not known.
 */
export function log(x: Ball, precision: number): Ball {
  if (containsZero(x) && x.radius > 0) throw new PrecisionError("the logarithm of a number that may be 0");
  if (x.mantissa <= 0n) throw new RangeError("the logarithm of a number that is not positive");
  const middle = logOfMiddle(x.mantissa, x.exponent, precision);
  return x.radius === 0 ? middle : widen(middle, divideMagnitudes(radiusOf(x), lowerOf(x)), precision);
}

function logOfMiddle(mantissa: bigint, exponent: number, precision: number): Ball {
  let power = bitLength(mantissa) + exponent;
  // u = mantissa 2^(exponent - power) in [1/4, 1], moved to about [0.7, 1.41]
  let start = Number(shift(mantissa, 60 - bitLength(mantissa))) * 2 ** -60;
  for (; start < 0.7; start *= 2) power -= 1;
  let bits = precision + 12;
  if (power === 0) {
    const difference = exponent < 0 ? mantissa - (1n << BigInt(-exponent)) : (mantissa << BigInt(exponent)) - 1n;
    if (difference === 0n) return zero;
    const closeness = -bitLength(difference) - Math.min(exponent, 0);
    // |log(1+d) - d| <= d^2 for |d| <= 1/2
    if (closeness > precision + 2)
      return ball(difference, Math.min(exponent, 0), powerOfTwo(-2 * closeness), precision);
    bits += Math.max(0, closeness);
  }
  const unit = 1n << BigInt(bits);
  const u = shift(mantissa, exponent - power + bits);
  const guess = Math.round(Math.log(start) * 2 ** 52);
  const first = shift(BigInt(guess), bits - 52);
  const e = expFixed(first < 0n ? -first : first, bits);
  // (u - e^y)/(u + e^y); for y < 0 both parts times e^-y
  const [a, b] = first < 0n ? [(u * e) >> BigInt(bits), unit] : [u, e];
  const ratio = ((a - b) << BigInt(bits)) / (a + b);
  // u is off by 1 unit, e by 2, a by 5, the ratio by 4, atanh by 6
  const sum = first + 2n * arcFixed(ratio, bits, false);
  if (power === 0) return ball(sum, -bits, powerOfTwo(4 - bits), precision);
  const extra = bitLength(BigInt(power)) + 2;
  const whole = (BigInt(power) * log2Fixed(bits + extra)) >> BigInt(extra);
  return ball(sum + whole, -bits, powerOfTwo(5 - bits), precision);
}

/** log(1 + x), x > -1, to a relative accuracy near 0. */
export function log1p(x: Ball, precision: number): Ball {
  if (signOf(x) === 0) return zero;
  const top = bitLength(x.mantissa) + x.exponent;
  const radius = bitLength(BigInt(x.radius)) + x.exponent;
  if (top < -precision - 2 && (x.radius === 0 || radius < -precision - 2)) {
    const size = upperOf(x);
    return widen(round(x, precision), multiplyMagnitudes(size, size), precision);
  }
  // 1 + m keeps all its bits
  const sum = add(one, middleOf(x), Math.max(precision, Math.abs(x.exponent) + Math.abs(top) + 4));
  const middle = log(sum, precision);
  if (x.radius === 0) return middle;
  return widen(middle, divideMagnitudes(radiusOf(x), lowerOf(add(one, x, precision))), precision);
}
