import { absolute, gcdInteger } from "../../../symbolic/algebra/integers.js";
import { type ExactMatrix, nearest } from "../../../symbolic/exactMatrix.js";

/**
 * The rows of an exact matrix in units of their own: every column minus its first entry, over what its entries have in common. No vertex of the hull
 * changes, and columns of any size compare. Columns of equal entries are 0. Where the sums of the rows are nearly equal, as those of rounded probabilities
 * are, they take the last column's place: a flat direction that is no column would cost its digits.
 */
export interface HullTable {
  readonly integers: readonly (readonly bigint[])[];
  /** Whether the last column holds the sums of the rows. */
  readonly summed: boolean;
  /** What each column was divided by; an entry of P is first entry + integer * divisor / denominator. */
  readonly divisors: readonly bigint[];
  readonly denominator: bigint;
  /** Each column is less than 2^bits. */
  readonly bits: readonly number[];
  /** Columns that are not constant. */
  readonly live: readonly number[];
  /** integer / 2^bits of these, rounded once: within [-1, 1]. */
  readonly units: readonly Float64Array[];
}

/** Sums that vary by so many bits less than the last column are nearly equal. */
const FLAT = 8;

export function hullTable({ integers, denominator }: ExactMatrix): HullTable {
  const first = integers[0]!;
  const plain = integers.map((row) => row.map((value, k) => value - first[k]!));
  const sums = plain.map((row) => row.reduce((sum, value) => sum + value, 0n));
  const last = first.length - 1;
  const summed = last > 0 && bitsOf(sums) + FLAT < bitsOf(plain.map((row) => row[last]!));
  const shifted = summed ? plain.map((row, i) => [...row.slice(0, last), sums[i]!]) : plain;
  const divisors = first.map((_, k) => shifted.reduce((divisor, row) => gcdInteger(divisor, row[k]!), 0n) || 1n);
  const reduced = shifted.map((row) => row.map((value, k) => value / divisors[k]!));
  const bits = first.map((_, k) => bitsOf(reduced.map((row) => row[k]!)));
  const live = [...first.keys()].filter((k) => reduced.some((row) => row[k] !== 0n));
  const units = reduced.map((row) => Float64Array.from(live, (k) => nearest(row[k]!, 1n << BigInt(bits[k]!))));
  return { integers: reduced, summed, divisors, denominator, bits, live, units };
}

/** Bits of the largest. */
const bitsOf = (values: readonly bigint[]) =>
  values.reduce((most, value) => Math.max(most, absolute(value).toString(2).length), 0);
