import type { Rational } from "../rational.js";
import { bitLength, shift } from "./bits.js";
import { doublePower } from "./doubles.js";
import { PrecisionError } from "./errors.js";
import {
  addMagnitudes,
  divideMagnitudes,
  type Magnitude,
  magnitude,
  magnitudeOfInteger,
  multiplyMagnitudes,
  nothing,
  powerOfTwo,
} from "./magnitude.js";

/**
 * The real numbers x with |x - mantissa 2^exponent| <= radius 2^exponent. The radius is a whole double below 2^31; radius 0 is an
 * exact number. Every operation encloses: x in a and y in b give x op y in the result. `precision` is the number of bits a
 * mantissa keeps. Ours: the representation; a radius in units of the last place makes a rounding error the number 1.
 */
export interface Ball {
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly radius: number;
}

/** Exponents stay whole doubles through every sum of a few of them. */
const exponentLimit = 2 ** 50;

/** The ball of the numbers within `error` of mantissa 2^exponent, rounded to `precision` bits, or to those above the error. */
export function ball(mantissa: bigint, exponent: number, error: Magnitude, precision: number): Ball {
  const fuzzy = error.value !== 0;
  const size = bitLength(mantissa);
  const drop = Math.max(
    size === 0 ? Number.NEGATIVE_INFINITY : size - precision,
    fuzzy ? error.exponent - 28 - exponent : -1,
  );
  if (Math.abs(exponent + size) > exponentLimit) return extreme(exponent + size, error);
  if (drop <= 0) {
    if (!fuzzy) return { mantissa, exponent, radius: 0 };
    // an error below one unit asks for smaller units
    const finer = error.exponent < exponent ? -drop : 0;
    const unit = exponent - finer;
    return {
      mantissa: finer === 0 ? mantissa : mantissa << BigInt(finer),
      exponent: unit,
      radius: ceilingOf(error, unit),
    };
  }
  const kept = mantissa >> BigInt(drop);
  const position = exponent + drop;
  if (!fuzzy) return { mantissa: kept, exponent: position, radius: kept << BigInt(drop) === mantissa ? 0 : 1 };
  return { mantissa: kept, exponent: position, radius: ceilingOf(error, position) + 1 };
}

/** The error in units of 2^exponent, rounded up. */
function ceilingOf({ value, exponent }: Magnitude, unit: number): number {
  const difference = exponent - unit;
  return difference < -900 ? 1 : Math.ceil(value * doublePower(difference));
}

function extreme(top: number, error: Magnitude): Ball {
  if (top > 0) throw new RangeError("a value beyond 2^(2^50)");
  return { mantissa: 0n, exponent: Math.max(top, error.exponent + 2, -exponentLimit), radius: 2 };
}

/** An exact number. */
export const exactBall = (value: bigint | number, exponent = 0): Ball => ({
  mantissa: BigInt(value),
  exponent,
  radius: 0,
});

export const zero: Ball = Object.freeze(exactBall(0n));
export const one: Ball = Object.freeze(exactBall(1n));

/** numerator/denominator, within one unit in the last place; exact for a dyadic number that fits. */
export function fromRational({ numerator, denominator }: Rational, precision: number): Ball {
  if (denominator === 1n) return ball(numerator, 0, nothing, precision);
  const power = bitLength(denominator) - 1;
  if (1n << BigInt(power) === denominator) return ball(numerator, -power, nothing, precision);
  const places = precision + bitLength(denominator) - bitLength(numerator) + 2;
  const top = shift(numerator, Math.max(places, 0));
  const quotient = top / denominator;
  const exact = quotient * denominator === top;
  const exponent = -Math.max(places, 0);
  return ball(quotient, exponent, exact ? nothing : powerOfTwo(exponent), precision);
}

export const radiusOf = (a: Ball): Magnitude => magnitude(a.radius, a.exponent);

/** At least |x| for every x of the ball. */
export const upperOf = (a: Ball): Magnitude =>
  a.radius === 0
    ? magnitudeOfInteger(a.mantissa, a.exponent, true)
    : addMagnitudes(magnitudeOfInteger(a.mantissa, a.exponent, true), radiusOf(a));

/** At most |x| for every x of the ball; 0 when the ball contains 0. */
export function lowerOf(a: Ball): Magnitude {
  const least = (a.mantissa < 0n ? -a.mantissa : a.mantissa) - BigInt(a.radius);
  return least > 0n ? magnitudeOfInteger(least, a.exponent, false) : nothing;
}

export const middleOf = (a: Ball): Ball => (a.radius === 0 ? a : { ...a, radius: 0 });
export const round = (a: Ball, precision: number): Ball => ball(a.mantissa, a.exponent, radiusOf(a), precision);
export const negate = (a: Ball): Ball => ({ ...a, mantissa: -a.mantissa });
/** a 2^count, exactly. */
export const scale = (a: Ball, count: number): Ball => ({ ...a, exponent: a.exponent + count });
/** The ball with its radius made larger by `error`. */
export const widen = (a: Ball, error: Magnitude, precision: number): Ball =>
  error.value === 0 ? a : ball(a.mantissa, a.exponent, addMagnitudes(radiusOf(a), error), precision);

/** Sums of exact numbers stay exact while their bits are within four times the precision. */
function lowestExponent(a: Ball, b: Ball, precision: number): number {
  const lower = Math.min(a.exponent, b.exponent);
  if (Math.abs(a.exponent - b.exponent) <= 2 * precision) return lower;
  const top = Math.max(bitLength(a.mantissa) + a.exponent, bitLength(b.mantissa) + b.exponent);
  return Math.max(lower, top - 4 * precision - 256);
}

export function add(a: Ball, b: Ball, precision: number): Ball {
  if (a.mantissa === 0n && a.radius === 0) return round(b, precision);
  if (b.mantissa === 0n && b.radius === 0) return round(a, precision);
  const exponent = lowestExponent(a, b, precision);
  let error = a.radius === 0 && b.radius === 0 ? nothing : addMagnitudes(radiusOf(a), radiusOf(b));
  if (a.exponent < exponent || b.exponent < exponent) error = addMagnitudes(error, powerOfTwo(exponent + 1));
  const sum = shift(a.mantissa, a.exponent - exponent) + shift(b.mantissa, b.exponent - exponent);
  return ball(sum, exponent, error, precision);
}

export const subtract = (a: Ball, b: Ball, precision: number): Ball => add(a, negate(b), precision);

export function multiply(a: Ball, b: Ball, precision: number): Ball {
  let error = nothing;
  if (a.radius !== 0) error = multiplyMagnitudes(radiusOf(a), upperOf(b));
  if (b.radius !== 0)
    error = addMagnitudes(error, multiplyMagnitudes(radiusOf(b), magnitudeOfInteger(a.mantissa, a.exponent, true)));
  return ball(a.mantissa * b.mantissa, a.exponent + b.exponent, error, precision);
}

/** Throws a RangeError for the divisor 0 and a PrecisionError for a divisor that may be 0. */
export function divide(a: Ball, b: Ball, precision: number): Ball {
  if (containsZero(b)) {
    if (b.radius === 0) throw new RangeError("a division by 0");
    throw new PrecisionError("a divisor that may be 0");
  }
  const places = Math.max(0, precision + bitLength(b.mantissa) - bitLength(a.mantissa) + 2);
  const top = a.mantissa << BigInt(places);
  const quotient = top / b.mantissa;
  const exponent = a.exponent - b.exponent - places;
  let error = quotient * b.mantissa === top ? nothing : powerOfTwo(exponent);
  if (a.radius !== 0 || b.radius !== 0) {
    // |x/y - a/b| <= (ra + |a/b| rb) / (|b| - rb)
    const ratio = magnitudeOfInteger((quotient < 0n ? -quotient : quotient) + 1n, exponent, true);
    const spread = addMagnitudes(radiusOf(a), multiplyMagnitudes(ratio, radiusOf(b)));
    error = addMagnitudes(error, divideMagnitudes(spread, lowerOf(b)));
  }
  return ball(quotient, exponent, error, precision);
}

export function containsZero(a: Ball): boolean {
  return (a.mantissa < 0n ? -a.mantissa : a.mantissa) <= BigInt(a.radius);
}

/** The sign of every number of the ball; undefined when they differ or a ball around 0 is not exact. */
export function signOf(a: Ball): -1 | 0 | 1 | undefined {
  if (a.mantissa === 0n && a.radius === 0) return 0;
  return containsZero(a) ? undefined : a.mantissa < 0n ? -1 : 1;
}

/** The |x| of the ball. */
export function abs(a: Ball): Ball {
  if (!containsZero(a)) return a.mantissa < 0n ? negate(a) : a;
  // [0, |m| + r], in half units
  const top = (a.mantissa < 0n ? -a.mantissa : a.mantissa) + BigInt(a.radius);
  return { mantissa: top, exponent: a.exponent - 1, radius: Number(top) };
}

/** True when the two have a number in common (exactly: no rounding). */
export function overlaps(a: Ball, b: Ball): boolean {
  const reach = 8 * (bitLength(a.mantissa) + bitLength(b.mantissa)) + 256;
  const exponent = Math.min(a.exponent, b.exponent);
  const gap = Math.max(a.exponent, b.exponent) - exponent;
  if (gap > reach) {
    // the one with the lower exponent is far below one unit of the other
    const [coarse, fine] = a.exponent > b.exponent ? [a, b] : [b, a];
    return signOf(coarse) === 0 ? containsZero(fine) : containsZero(coarse);
  }
  const distance = shift(a.mantissa, a.exponent - exponent) - shift(b.mantissa, b.exponent - exponent);
  const spread = shift(BigInt(a.radius), a.exponent - exponent) + shift(BigInt(b.radius), b.exponent - exponent);
  return (distance < 0n ? -distance : distance) <= spread;
}

/** True when the number lies in the ball (exactly). */
export function contains(a: Ball, { numerator, denominator }: Rational): boolean {
  const up = Math.max(a.exponent, 0);
  const down = Math.max(-a.exponent, 0);
  const distance = shift(a.mantissa * denominator, up) - shift(numerator, down);
  return (distance < 0n ? -distance : distance) <= shift(BigInt(a.radius) * denominator, up);
}
