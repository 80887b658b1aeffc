import { absolute } from "../../../symbolic/algebra/integers.js";
import { nearest } from "../../../symbolic/exactMatrix.js";
import type { ConvexCombination } from "./convexCombination.js";
import { exactSimplex } from "./exactSimplex.js";
import { exactWeights } from "./exactWeights.js";
import type { HullTable } from "./hullTable.js";
import { proposedBasis } from "./proposedBasis.js";
import type { SeparatingFunctional } from "./separatingFunctional.js";

export type ExactVerdict =
  | ({ readonly verdict: "vertex" } & SeparatingFunctional)
  | ({ readonly verdict: "inside" } & ConvexCombination)
  | ({ readonly verdict: "undecided" } & SeparatingFunctional & ConvexCombination);

const BITS = 50;

/**
 * Whether row i of two or more, none equal to it, is a vertex of the hull of all: decided without a tolerance. Doubles propose a functional or
 * the rows of a combination; integers check them, or bounds of every rounding. The weights of a combination are within 1e-9 of exact ones. Where
 * the proposal fails the simplex method in integers decides.
 */
export function exactVerdict(table: HullTable, i: number): ExactVerdict {
  const central = separated(table, i, integersOf(table, fromCentre(table.units, i)));
  if (central !== null) return central;
  const proposal = proposedBasis(table.units, i);
  const proposed = separated(table, i, integersOf(table, proposal.functional));
  if (proposed !== null) return proposed;
  if (proposal.weights !== null) return { verdict: "inside", weights: proposal.weights, residual: 0 };
  const weights = exactWeights(table, i, proposal.rows);
  if (weights !== null) return { verdict: "inside", weights, residual: 0 };
  const decided = exactSimplex(table.integers, i);
  if (decided?.kind === "combination") {
    const { numerators, denominator } = decided;
    return { verdict: "inside", weights: numerators.map((value) => nearest(value, denominator)), residual: 0 };
  }
  const certified = decided === null ? null : separated(table, i, decided.functional);
  const none = table.integers.map(() => 0);
  const functional = table.divisors.map(() => 0);
  return certified ?? { verdict: "undecided", functional, margin: 0, weights: none, residual: Infinity };
}

function fromCentre(units: readonly Float64Array[], i: number): Float64Array {
  const sum = units[i]!.map((value) => value * units.length);
  for (const row of units) for (let k = 0; k < row.length; k++) sum[k]! -= row[k]!;
  return sum;
}

/** A functional of units as one of integers, with 50 bits of its largest entry. */
function integersOf({ bits, live }: HullTable, functional: Float64Array): bigint[] {
  const most = Math.max(...bits);
  const integers = bits.map(() => 0n);
  const largest = functional.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
  if (!(largest > 0 && largest < Infinity)) return integers;
  for (const [at, k] of live.entries()) {
    integers[k] = BigInt(Math.round((functional[at]! / largest) * 2 ** BITS)) << BigInt(most - bits[k]!);
  }
  return integers;
}

/** The certificate of a functional in units of P, null where it does not separate row i. */
function separated(
  { integers, summed, divisors, denominator }: HullTable,
  i: number,
  functional: readonly bigint[],
): ({ readonly verdict: "vertex" } & SeparatingFunctional) | null {
  let gap: bigint | null = null;
  const own = integers[i]!;
  const value = own.reduce((sum, x, k) => sum + functional[k]! * x, 0n);
  for (const [j, row] of integers.entries()) {
    if (j === i) continue;
    const left = row.reduce((sum, x, k) => sum - functional[k]! * x, value);
    if (left <= 0n) return null;
    if (gap === null || left < gap) gap = left;
  }
  // w_k / divisor_k over one denominator
  const common = [...new Set(divisors)].reduce((product, divisor) => product * divisor, 1n);
  const scaled = functional.map((entry, k) => entry * (common / divisors[k]!));
  const last = scaled.length - 1;
  // the sum of a row counts every column
  const w = summed ? scaled.map((entry, k) => (k < last ? entry + scaled[last]! : entry)) : scaled;
  const length = w.reduce((sum, entry) => sum + absolute(entry), 0n);
  return {
    verdict: "vertex",
    functional: w.map((entry) => nearest(entry, length)),
    margin: nearest(gap! * common, denominator * length),
  };
}
