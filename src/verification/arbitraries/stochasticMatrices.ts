/** Rows of conditional probabilities. */
import { type Arbitrary, array, constant, integer, oneof, tuple } from "fast-check";
import type { Matrix } from "./matrices.js";
import { simplifiedBy } from "./simplifiedBy.js";

type Row = readonly number[];

const STEPS = 2 ** 20;
/** Of a row that is nearly deterministic. */
const RARE = 1e-12;
const denominators = [1, 2, 3, 4, 5, 6, 8, 10, 12];

const list = <T>(length: number, of: Arbitrary<T>) => array(of, { minLength: length, maxLength: length });

/** Weights as probabilities; those of no weight at all are uniform. */
function normalised(weights: readonly number[]): Row {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
}

const unit = (length: number, at: number): Row => Array.from({ length }, (_, k) => Number(k === at));

/**
 * `length` probabilities that sum to 1: anywhere in the simplex, over many decades, with zeros, small fractions, a single 1, a single
 * 1 - (length - 1) 1e-12, all equal. Shrinks to small fractions.
 */
export function stochasticRows(length: number): Arbitrary<Row> {
  if (length === 1) return constant([1]);
  const place = integer({ min: 0, max: length - 1 });
  const simplex = list(length, integer({ min: 1, max: STEPS - 1 })).map((steps) =>
    normalised(steps.map((k) => -Math.log(k / STEPS))),
  );
  const decades = list(length, integer({ min: -9, max: 0 })).map((powers) => normalised(powers.map((k) => 10 ** k)));
  const fractions = list(length, integer({ min: 0, max: 4 })).map(normalised);
  const nearly = place.map((at) => unit(length, at).map((x) => (x === 1 ? 1 - (length - 1) * RARE : RARE)));
  const source = oneof(
    { weight: 4, arbitrary: simplex },
    { weight: 1, arbitrary: decades },
    { weight: 2, arbitrary: fractions },
    { weight: 2, arbitrary: place.map((at) => unit(length, at)) },
    { weight: 1, arbitrary: nearly },
    { weight: 1, arbitrary: constant(normalised(new Array<number>(length).fill(1))) },
  );
  return simplifiedBy<Row>(source, simplerRows);
}

/**
 * rows x columns matrices of conditional probabilities: independent rows, every row a single 1, rows that are equal, rows that are averages of a
 * few (rank below the size), and as much of the identity as fits. Shrinks row by row, to small fractions.
 */
export function stochasticMatrices(rows: number, columns: number): Arbitrary<Matrix> {
  const row = stochasticRows(columns);
  const general = list(rows, row);
  const places = list(rows, integer({ min: 0, max: columns - 1 }));
  const repeated = tuple(general, list(rows, integer({ min: 0, max: rows - 1 }))).map(([matrix, from]) =>
    from.map((i) => matrix[i]!),
  );
  const rank = Math.max(1, Math.min(rows, columns) - 1);
  const deficient = tuple(list(rank, row), list(rows, stochasticRows(rank))).map(([basis, weights]) =>
    weights.map((weight) =>
      normalised(basis[0]!.map((_, j) => weight.reduce((sum, w, k) => sum + w * basis[k]![j]!, 0))),
    ),
  );
  const source = oneof(
    { weight: 6, arbitrary: general },
    { weight: 2, arbitrary: places.map((at) => at.map((k) => unit(columns, k))) },
    { weight: 2, arbitrary: repeated },
    { weight: 2, arbitrary: deficient },
    { weight: 1, arbitrary: constant(Array.from({ length: rows }, (_, i) => unit(columns, i % columns))) },
  );
  return simplifiedBy<Matrix>(source, simplerMatrices);
}

/** The smallest common denominator, if it is small, and how much mass lies late: rows of one 1 in front are the simplest. */
function effort(row: Row): number {
  const isWhole = (x: number) => Math.abs(x - Math.round(x)) < 1e-13;
  const denominator = denominators.find((d) => row.every((p) => isWhole(p * d))) ?? 1000;
  const late = row.reduce((sum, p, k) => sum + p * k, 0) / (row.length + 1);
  return denominator + row.filter((p) => p > 0).length / (row.length + 1) + 0.1 * late;
}

/** Multiples of 1/d near the row, by largest remainders. */
function rounded(row: Row, d: number): Row {
  const counts = row.map((p) => Math.floor(p * d + 1e-12));
  const missing = d - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = [...row.keys()].sort((a, b) => row[b]! * d - counts[b]! - (row[a]! * d - counts[a]!) || a - b);
  for (const k of byRemainder.slice(0, Math.max(0, missing))) counts[k]! += 1;
  return counts.map((count) => count / d);
}

function simplerRows(row: Row): readonly Row[] {
  const candidates = [
    unit(row.length, 0),
    ...row.map((_, k) => unit(row.length, k)),
    normalised(row.map(() => 1)),
    ...denominators.map((d) => rounded(row, d)),
  ];
  const most = effort(row);
  return candidates.filter((candidate) => effort(candidate) < most - 1e-9);
}

function simplerMatrices(matrix: Matrix): readonly Matrix[] {
  const all = matrix.map((row) => simplerRows(row)[0] ?? row);
  const together = all.some((row, i) => row !== matrix[i]) ? [all] : [];
  const byRow = matrix.flatMap((row, r) =>
    simplerRows(row).map((simpler) => matrix.map((other, i) => (i === r ? simpler : other))),
  );
  return [...together, ...byRow];
}
