import { Decimal } from "decimal.js";
import { type Rational, rational, toNumber as rationalToNumber } from "../rational.js";
import { type Ball, containsZero, divide, exactBall, fromRational, multiply, radiusOf, upperOf } from "./ball.js";
import { bitLength, shift } from "./bits.js";
import { log2Magnitude } from "./magnitude.js";
import { powerInteger } from "./power.js";

const bitsPerDigit = Math.log2(10);

/** The exact value of decimal text such as "-1.25" or "6.02e23". Throws a RangeError for other text. */
export function rationalFromDecimal(text: string): Rational {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,5}))?$/.exec(text);
  if (match === null || `${match[2]}${match[3]}` === "") throw new RangeError(`"${text}" is not a decimal number`);
  const [, sign, whole, fraction, power] = match;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  const exponent = Number(power ?? 0) - fraction!.length;
  return exponent >= 0 ? rational(digits * 10n ** BigInt(exponent)) : rational(digits, 10n ** BigInt(-exponent));
}

/** The ball of decimal text, rounded to `precision` bits. */
export const fromDecimalString = (text: string, precision: number): Ball =>
  fromRational(rationalFromDecimal(text), precision);

export interface DecimalStrings {
  readonly value: string;
  /** The true value lies within this of `value`. */
  readonly error: string;
}

/**
 * The middle with so many significant digits, fewer where the radius leaves fewer, and a bound for the error that includes this
 * rounding; "0" where the ball contains 0. Plain or scientific notation that Number reads.
 */
export function toDecimalStrings(a: Ball, digits: number): DecimalStrings {
  const size = log2Magnitude(upperOf(a)) / bitsPerDigit;
  if (size === Number.NEGATIVE_INFINITY) return { value: "0", error: "0" };
  if (containsZero(a)) {
    const places = 2 - Math.floor(size);
    return { value: "0", error: boundText(timesPowerOfTen(a, places), 0n, places) };
  }
  // the last digit kept: the wanted one, or the one 1000 times below the radius
  const useful = 3 - Math.floor(log2Magnitude(radiusOf(a)) / bitsPerDigit);
  for (let places = Math.min(digits - Math.floor(size), useful); ; places -= 1) {
    const scaled = timesPowerOfTen(a, places);
    const half = scaled.exponent < 0 ? 1n << BigInt(-scaled.exponent - 1) : 0n;
    const integer = shift(scaled.mantissa + half, scaled.exponent);
    if (integer.toString().replace("-", "").length > digits) continue;
    return { value: new Decimal(`${integer}e${-places}`).toString(), error: boundText(scaled, integer, places) };
  }
}

/** a 10^places with an error that only the radius of a matters in. */
function timesPowerOfTen(a: Ball, places: number): Ball {
  const wanted = Math.max(bitLength(a.mantissa), 64) + Math.ceil(Math.abs(places) * bitsPerDigit) + 64;
  const precision = Math.min(wanted, 20_000);
  const power = powerInteger(exactBall(10), BigInt(Math.abs(places)), precision);
  return places < 0 ? divide(a, power, precision) : multiply(a, power, precision);
}

/** A bound in three digits for |x - integer 10^-places|, x 10^places in the ball. */
function boundText(scaled: Ball, integer: bigint, places: number): string {
  // in units of 10^-places 2^-64
  const middle = shift(scaled.mantissa, scaled.exponent + 64);
  const unit = middle - (integer << 64n);
  const inexact = scaled.radius !== 0 || shift(middle, -scaled.exponent - 64) !== scaled.mantissa;
  const spread = shift(BigInt(scaled.radius), scaled.exponent + 64) + (inexact ? 2n : 0n);
  const total = (unit < 0n ? -unit : unit) + spread;
  if (total === 0n) return "0";
  // millionths of a unit, rounded up, then three digits
  const millionths = -((-total * 1_000_000n) >> 64n);
  return new Decimal(`${millionths}e${-places - 6}`).toSignificantDigits(3, Decimal.ROUND_UP).toString();
}

/** The double nearest to the middle; 0 or an infinity beyond the doubles. */
export function toNumber({ mantissa, exponent }: Ball): number {
  const top = bitLength(mantissa) + exponent;
  if (mantissa === 0n || top < -1100) return 0;
  if (top > 1100) return mantissa < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return rationalToNumber(
    exponent >= 0 ? rational(mantissa << BigInt(exponent)) : rational(mantissa, 1n << BigInt(-exponent)),
  );
}
