import { largestEntry } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { absolute } from "../../../symbolic/algebra/integers.js";
import { dyadic, type ExactMatrix, nearest } from "../../../symbolic/exactMatrix.js";
import { attempt } from "./attempt.js";
import { exactWeights } from "./exactWeights.js";

export interface ConvexCombination {
  /** a_j of every row, 0 for the row itself; they sum to 1. */
  readonly weights: readonly number[];
  /** max_k |p_i - sum_j a_j p_j|_k, exact but for one rounding: row i is at most so far from the hull of the others. */
  readonly residual: number;
}

const BITS = 60;
/** Weights below are not part of a combination. */
const LEAST = 1e-9;
/** More rows than this are not solved for exactly. */
const MOST_USED = 40;

/**
 * The convex combination of the rows j != i that is nearest to row i in the largest entry: minimise r with |sum_j a_j (p_j - p_i)|_k <= r. The
 * program proposes a; where the rows that it uses give row i exactly, with weights that are not negative, these weights are solved for in
 * rationals and the residual is 0; otherwise it is computed exactly for a rounded to multiples of 2^-60.
 */
export function convexCombination(
  matrix: ExactMatrix,
  i: number,
  differences: readonly (readonly number[])[],
): ConvexCombination {
  const size = matrix.integers[0]!.length;
  const scale = largestEntry(differences);
  const equalRow = differences.findIndex((row) => row.every((x) => x === 0));
  if (equalRow >= 0)
    return {
      weights: spread(
        differences.map((_, j) => Number(j === equalRow)),
        i,
      ),
      residual: 0,
    };
  const count = differences.length;
  const columns = Array.from({ length: size }, (_, k) => differences.map((row) => row[k]! / scale));
  const positive = { min: 0, max: Number.POSITIVE_INFINITY };
  const point = attempt({
    maximise: [...new Array<number>(count).fill(0), -1],
    constraints: [
      { coefficients: [...new Array<number>(count).fill(1), 0], equal: 1 },
      ...columns.map((column) => ({ coefficients: [...column, -1], atMost: 0 })),
      ...columns.map((column) => ({ coefficients: [...column, 1], atLeast: 0 })),
    ],
    bounds: new Array(count + 1).fill(positive),
  });
  if (point === null) return { weights: spread(new Array(count).fill(0), i), residual: Infinity };
  const proposed = point.slice(0, count).map((value) => Math.max(0, value));
  const used = proposed.flatMap((value, j) => (value > LEAST ? [j < i ? j : j + 1] : []));
  const exact = used.length > MOST_USED ? null : exactWeights(matrix, i, used);
  if (exact !== null) return { weights: exact, residual: 0 };
  return roundedCombination(matrix, i, proposed);
}

/** The proposed weights over their sum, as exact multiples of one fraction, and what they leave. */
function roundedCombination(
  { integers, denominator }: ExactMatrix,
  i: number,
  proposed: readonly number[],
): ConvexCombination {
  const a = dyadic(proposed, BITS);
  const total = a.reduce((sum, value) => sum + value, 0n);
  const others = integers.filter((_, j) => j !== i);
  let residual = 0n;
  for (const [k, own] of integers[i]!.entries()) {
    const left = others.reduce((sum, row, j) => sum + a[j]! * row[k]!, 0n) - total * own;
    if (absolute(left) > residual) residual = absolute(left);
  }
  return {
    weights: spread(
      a.map((value) => nearest(value, total)),
      i,
    ),
    residual: nearest(residual, denominator * total),
  };
}

/** A list over the other rows as one over all rows. */
const spread = (values: readonly number[], i: number): readonly number[] => [
  ...values.slice(0, i),
  0,
  ...values.slice(i),
];
