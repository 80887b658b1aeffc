import { type Ball, ball, lowerOf, radiusOf, signOf, widen, zero } from "./ball.js";
import { bitLength, integerSquareRoot, shift } from "./bits.js";
import { PrecisionError } from "./errors.js";
import { divideMagnitudes, nothing, powerOfTwo } from "./magnitude.js";

/**
 * sqrt x, x >= 0; exact for the square of a short dyadic number. The radius: |sqrt x - sqrt m| <= r / sqrt m.
 * Throws a RangeError for x < 0, a PrecisionError where the sign is not known.
 */
export function sqrt(x: Ball, precision: number): Ball {
  const sign = signOf(x);
  if (sign === 0) return zero;
  if (sign === undefined) throw new PrecisionError("the square root of a number that may be negative");
  if (sign < 0) throw new RangeError("the square root of a negative number");
  let places = Math.max(0, 2 * precision + 4 - bitLength(x.mantissa));
  if ((x.exponent - places) % 2 !== 0) places += 1;
  const top = shift(x.mantissa, places);
  const root = integerSquareRoot(top);
  const exponent = (x.exponent - places) / 2;
  const middle = ball(root, exponent, root * root === top ? nothing : powerOfTwo(exponent), precision);
  return x.radius === 0 ? middle : widen(middle, divideMagnitudes(radiusOf(x), lowerOf(middle)), precision);
}
