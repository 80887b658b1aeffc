import { type Ball, ball, divide, negate, one, radiusOf, round, signOf, upperOf, widen, zero } from "./ball.js";
import { bitLength, shift } from "./bits.js";
import { piFixed, sinCosFixed } from "./fixedPoint.js";
import { multiplyMagnitudes, powerOfTwo } from "./magnitude.js";

/**
 * sin x and cos x. The middle: x = n pi/2 + r with 0 <= r < pi/2 in fixed point, Taylor series (`sinCosFixed`); the radius is that
 * of x, since both slopes are at most 1. sin is relatively accurate near 0. Throws a RangeError for |x| > 2^20000.
 */
export function sinCos(x: Ball, precision: number): { readonly sin: Ball; readonly cos: Ball } {
  if (signOf(x) === 0) return { sin: zero, cos: one };
  const top = bitLength(x.mantissa) + x.exponent;
  if (top > 20000) throw new RangeError("a sine or cosine of an argument beyond 2^20000");
  const spread = radiusOf(x);
  // |sin x - x| <= |x|^3, |cos x - 1| <= x^2
  if (top < -precision / 2 - 2 && (x.radius === 0 || spread.exponent < -precision / 2 - 2)) {
    const size = upperOf(x);
    const square = multiplyMagnitudes(size, size);
    return {
      sin: widen(round(x, precision), multiplyMagnitudes(size, square), precision),
      cos: widen(one, square, precision),
    };
  }
  const bits = precision + 8 + Math.max(0, -top);
  const extra = Math.max(top, 0) + 3;
  const argument = shift(x.mantissa, x.exponent + bits + extra);
  const quarter = piFixed(bits + extra) >> 1n;
  let turns = argument / quarter;
  if (turns * quarter > argument) turns -= 1n;
  // off by 1 + 2 |turns| units of 2^-(bits + extra), |turns| <= 2^top + 1: with the last shift 3 units; and 2 of the kernel
  const { sin, cos } = sinCosFixed((argument - turns * quarter) >> BigInt(extra), bits);
  const enclose = (value: bigint) => widen(ball(value, -bits, powerOfTwo(3 - bits), precision), spread, precision);
  const [s, c] = [enclose(sin), enclose(cos)];
  const quadrant = Number(((turns % 4n) + 4n) % 4n);
  if (quadrant === 0) return { sin: s, cos: c };
  if (quadrant === 1) return { sin: c, cos: negate(s) };
  return quadrant === 2 ? { sin: negate(s), cos: negate(c) } : { sin: negate(c), cos: s };
}

export const sin = (x: Ball, precision: number): Ball => sinCos(x, precision).sin;
export const cos = (x: Ball, precision: number): Ball => sinCos(x, precision).cos;

export function tan(x: Ball, precision: number): Ball {
  const both = sinCos(x, precision + 4);
  return divide(both.sin, both.cos, precision);
}
