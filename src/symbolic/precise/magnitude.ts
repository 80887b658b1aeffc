import { doublePower, exponentOf } from "./doubles.js";

/** value 2^exponent >= 0, an upper bound unless said otherwise: every operation rounds up. Beyond the range of doubles. */
export interface Magnitude {
  readonly value: number;
  readonly exponent: number;
}

// Each operation makes at most three roundings of 2^-53.
const up = 1 + 2 ** -50;
const down = 1 - 2 ** -50;

export const nothing: Magnitude = Object.freeze({ value: 0, exponent: 0 });

/** At least value 2^exponent, with a leading part near 1. `value` is 0 or a normal double. */
export function magnitude(value: number, exponent = 0): Magnitude {
  if (value === 0) return nothing;
  const scale = exponentOf(value);
  return { value: value * doublePower(-scale) * up, exponent: exponent + scale };
}

export const powerOfTwo = (exponent: number): Magnitude => ({ value: 1, exponent });

/** 2^difference, 0 below the doubles: what is lost there is far below one rounding up. */
const scaled = (value: number, difference: number) => (difference < -1000 ? 0 : value * doublePower(difference));

export function addMagnitudes(a: Magnitude, b: Magnitude): Magnitude {
  if (a.value === 0) return b;
  if (b.value === 0) return a;
  const [large, small] = a.exponent >= b.exponent ? [a, b] : [b, a];
  return magnitude((large.value + scaled(small.value, small.exponent - large.exponent)) * up, large.exponent);
}

export const multiplyMagnitudes = (a: Magnitude, b: Magnitude): Magnitude =>
  magnitude(a.value * b.value, a.exponent + b.exponent);

/** At least a/b for a lower bound b > 0 (`lowerOf`). */
export const divideMagnitudes = (a: Magnitude, b: Magnitude): Magnitude =>
  magnitude((a.value / b.value) * up, a.exponent - b.exponent);

/** True when the bounds as they stand are in this order. */
export function below(a: Magnitude, b: Magnitude): boolean {
  if (a.value === 0 || b.value === 0) return b.value > 0;
  const difference = a.exponent - b.exponent;
  return difference > 1000 ? false : scaled(a.value, difference) < b.value;
}

/** 1/x of a double below this is one with all its bits. */
const largestPlain = 2 ** 1000;

/** |a|: `above` at least, else at most. */
export function magnitudeOfInteger(a: bigint, exponent: number, above: boolean): Magnitude {
  const size = a < 0n ? -a : a;
  const x = Number(size);
  if (x < largestPlain) return rounded(x, exponent, above);
  const drop = 4 * size.toString(16).length - 128;
  return rounded(Number((size >> BigInt(drop)) + (above ? 1n : 0n)), exponent + drop, above);
}

function rounded(x: number, exponent: number, above: boolean): Magnitude {
  if (x === 0) return nothing;
  const scale = exponentOf(x);
  return { value: x * doublePower(-scale) * (above ? up : down), exponent: exponent + scale };
}

/** log2 of the bound; -Infinity for 0. */
export const log2Magnitude = (a: Magnitude): number =>
  a.value === 0 ? Number.NEGATIVE_INFINITY : Math.log2(a.value) + a.exponent;
