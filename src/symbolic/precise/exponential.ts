import { type Ball, ball, one, radiusOf, round, subtract, upperOf, widen, zero } from "./ball.js";
import { bitLength, shift } from "./bits.js";
import { PrecisionError } from "./errors.js";
import { expFixed, log2Fixed } from "./fixedPoint.js";
import { addMagnitudes, multiplyMagnitudes, powerOfTwo } from "./magnitude.js";

/**
 * e^x. The middle: x = n log 2 + r with 0 <= r < log 2 in fixed point, Taylor series of e^r (`expFixed`). The radius:
 * |e^x - e^m| <= e^m (e^r - 1) <= e^m (r + r^2) for |x - m| <= r <= 1.
 * Throws a RangeError for x > 2^48, a PrecisionError for a radius above 1.
 */
export function exp(x: Ball, precision: number): Ball {
  if (x.mantissa === 0n && x.radius === 0) return one;
  const middle = expOfMiddle(x.mantissa, x.exponent, precision);
  if (x.radius === 0) return middle;
  const radius = radiusOf(x);
  if (radius.exponent >= 0) throw new PrecisionError("the exponential of an argument that is hardly known");
  const relative = addMagnitudes(radius, multiplyMagnitudes(radius, radius));
  return widen(middle, multiplyMagnitudes(upperOf(middle), relative), precision);
}

/** Beyond this, e^x leaves the exponents that balls have. */
const largestBits = 48;

function expOfMiddle(mantissa: bigint, exponent: number, precision: number): Ball {
  const top = bitLength(mantissa) + exponent;
  if (top > largestBits) {
    if (mantissa > 0n) throw new RangeError("an exponential beyond e^(2^48)");
    return ball(0n, 0, powerOfTwo(-(2 ** largestBits)), precision);
  }
  // |e^x - 1| <= 2 |x| for |x| <= 1
  if (top < -precision - 4) return widen(one, powerOfTwo(top + 1), precision);
  const bits = precision + 8;
  const extra = Math.max(top, 0) + 2;
  const argument = shift(mantissa, exponent + bits + extra);
  const period = log2Fixed(bits + extra);
  let turns = argument / period;
  if (turns * period > argument) turns -= 1n;
  // off by 1 + 2 |turns| units of 2^-(bits + extra), |turns| < 1.5 2^top: below 2 units of 2^-bits, and 1 more
  const rest = (argument - turns * period) >> BigInt(extra);
  // 3 units of the argument times e^r <= 2, and 2 of the kernel
  const power = Number(turns) - bits;
  return ball(expFixed(rest, bits), power, powerOfTwo(power + 4), precision);
}

/** e^x - 1, to a relative accuracy near 0. */
export function expm1(x: Ball, precision: number): Ball {
  if (x.mantissa === 0n && x.radius === 0) return zero;
  const top = bitLength(x.mantissa) + x.exponent;
  // x <= e^x - 1 <= x + x^2 for |x| <= 1
  if (top < -precision && bitLength(BigInt(x.radius)) + x.exponent < -precision) {
    const size = upperOf(x);
    return widen(round(x, precision), multiplyMagnitudes(size, size), precision);
  }
  return subtract(exp(x, precision + Math.max(0, -top) + 4), one, precision);
}
