/** Matrices of rationals over one denominator: integer arithmetic is what makes exact rechecks cheap. */
import { lcmInteger } from "./algebra/integers.js";
import { rationalFromDecimal } from "./precise/decimal.js";
import { rational, toNumber } from "./rational.js";

export interface ExactMatrix {
  /** Entry times `denominator`. */
  readonly integers: readonly (readonly bigint[])[];
  /** Positive. */
  readonly denominator: bigint;
}

/** Every number read as the shortest decimal that names it: 0.1 is 1/10. */
export function exactMatrix(rows: readonly (readonly number[])[]): ExactMatrix {
  const entries = rows.map((row) => row.map((value) => rationalFromDecimal(String(value))));
  const denominator = entries.flat().reduce((multiple, entry) => lcmInteger(multiple, entry.denominator), 1n);
  return {
    integers: entries.map((row) => row.map((entry) => entry.numerator * (denominator / entry.denominator))),
    denominator,
  };
}

/** The product, exactly. */
export function multiplyExact(a: ExactMatrix, b: ExactMatrix): ExactMatrix {
  const columns = b.integers[0]?.length ?? 0;
  const integers = a.integers.map((row) =>
    Array.from({ length: columns }, (_, j) => row.reduce((sum, value, k) => sum + value * b.integers[k]![j]!, 0n)),
  );
  return { integers, denominator: a.denominator * b.denominator };
}

/** integer/denominator as the nearest double. */
export const nearest = (integer: bigint, denominator: bigint): number =>
  integer === 0n ? 0 : toNumber(rational(integer, denominator));

/** Rows j minus row i, for j other than i: nothing cancels, each entry is rounded once. */
export function differencesTo({ integers, denominator }: ExactMatrix, i: number): number[][] {
  const own = integers[i]!;
  return integers.filter((_, j) => j !== i).map((row) => row.map((value, k) => nearest(value - own[k]!, denominator)));
}

/** Numerators of doubles over one power of two: value = integer / 2^bits. */
export function dyadic(values: readonly number[], bits: number): readonly bigint[] {
  return values.map((value) => BigInt(Math.round(value * 2 ** bits)));
}
