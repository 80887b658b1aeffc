import { absolute, gcdInteger } from "./algebra/integers.js";

/** An exact rational number in lowest terms with a positive denominator; frozen plain data. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** numerator / denominator in lowest terms. Throws a RangeError for a zero denominator. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [p, q] = [BigInt(numerator), BigInt(denominator)];
  if (q === 0n) throw new RangeError("a rational number with denominator 0");
  const divisor = gcdInteger(p, q) * (q < 0n ? -1n : 1n);
  return Object.freeze({ numerator: p / divisor, denominator: q / divisor });
}

/** The exact value of a finite double: m 2^e. Throws a RangeError for NaN and infinities. */
export function rationalFromNumber(value: number): Rational {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a rational number`);
  let mantissa = value;
  let exponent = 0;
  // Doubling is exact, the largest finite double is an integer and the smallest is 2^-1074: at most 1074 rounds.
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return rational(BigInt(mantissa), 1n << BigInt(exponent));
}

/**
 * The rational number with the smallest denominator among those whose nearest double is `value`: 1/3 for 1/3, 1/10 for 0.1.
 * It is what was meant wherever a short fraction was. Throws a RangeError for NaN and infinities.
 */
export function simplestRational(value: number): Rational {
  if (value < 0) return negateRational(simplestRational(-value));
  const exact = rationalFromNumber(value);
  // Stern and Brocot: between two convergents the fractions come nearer step by step, so the first that rounds right is found by bisection
  let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
  let [top, bottom] = [exact.numerator, exact.denominator];
  while (bottom !== 0n) {
    const quotient = top / bottom;
    const at = (step: bigint) => rational(p0 + step * p1, q0 + step * q1);
    const rounds = (step: bigint) => toNumber(at(step)) === value;
    if (quotient > 0n && rounds(quotient)) {
      let [low, high] = [0n, quotient];
      while (high - low > 1n) {
        const middle = (low + high) / 2n;
        if (rounds(middle)) high = middle;
        else low = middle;
      }
      return at(high);
    }
    [p0, q0, p1, q1] = [p1, q1, p0 + quotient * p1, q0 + quotient * q1];
    [top, bottom] = [bottom, top % bottom];
  }
  return exact;
}

export const addRational = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const negateRational = (a: Rational): Rational => rational(-a.numerator, a.denominator);

export const subtractRational = (a: Rational, b: Rational): Rational => addRational(a, negateRational(b));

export const multiplyRational = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** Throws a RangeError when b = 0. */
export const divideRational = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** -1, 0 or 1. */
export function compareRational(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equalRational = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

const bits = (a: bigint) => a.toString(2).length;

/**
 * The nearest double, ties to even, for numerators and denominators of any size (subnormals and overflow included):
 * the quotient is taken with exactly as many bits as the result can hold, and the remainder decides the rounding.
 */
export function toNumber({ numerator, denominator }: Rational): number {
  if (numerator === 0n) return 0;
  const magnitude = absolute(numerator);
  // floor(log2 |a|) is `scale` or `scale - 1`.
  let scale = bits(magnitude) - bits(denominator);
  if (scale >= 0 ? magnitude < denominator << BigInt(scale) : magnitude << BigInt(-scale) < denominator) scale -= 1;
  if (scale > 1023) return numerator < 0n ? -Infinity : Infinity;
  const unit = Math.max(scale - 52, -1074);
  const [top, bottom] = unit < 0 ? [magnitude << BigInt(-unit), denominator] : [magnitude, denominator << BigInt(unit)];
  let quotient = top / bottom;
  const twice = 2n * (top - quotient * bottom);
  if (twice > bottom || (twice === bottom && (quotient & 1n) === 1n)) quotient += 1n;
  // quotient <= 2^53 and the product is a double, but 2^unit alone may be subnormal: split the power in two.
  const half = Math.trunc(unit / 2);
  const value = Number(quotient) * 2 ** half * 2 ** (unit - half);
  return numerator < 0n ? -value : value;
}

/** p or p/q. */
export const rationalText = ({ numerator, denominator }: Rational): string =>
  denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
