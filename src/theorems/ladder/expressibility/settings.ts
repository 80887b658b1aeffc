/** Random tables with small denominators, whose rows repeat and lie on faces and in the middle now and then. */
import { domainError } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { seedOf } from "../../parameters.js";

export const seed = seedOf("Seed of everything that the sizes leave open.");

export const sizes = {
  m: { set: "integer", min: 1, max: 7, doc: "Rows of P." },
  n: { set: "integer", min: 1, max: 4, doc: "Columns of P." },
  seed,
} as const;

/** Leaves of a lossless ladder, at most 3 events each. */
export const leaves = {
  leaves: { set: "integer", min: 1, max: 4, doc: "Leaves of the region." },
  most: { set: "integer", min: 1, max: 3, doc: "Most events of a leaf." },
  seed,
} as const;

/** rows x columns whole numbers from 0 to `most`. */
export function integerMatrix(rows: number, columns: number, most: number, key: number, sample = 0): number[][] {
  const stream = new GaussianStream({ seed: key, sample, draw: 0 });
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor((most + 1) * stream.uniform())),
  );
}

export interface FactorsPoint {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly seed: number;
}

/** Whole numbers P, m x n, and F, n x k. */
export const factorsAt = ({ m, n, k, seed: key }: FactorsPoint) => ({
  P: integerMatrix(m, n, 2, key),
  F: integerMatrix(n, k, 2, key, 1),
});

/** Conditional probabilities with denominators up to 3 columns; rows of no weight are uniform. */
export function tableAt(rows: number, columns: number, key: number, sample = 0): number[][] {
  return integerMatrix(rows, columns, 3, key, sample).map((row) => {
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => (sum > 0 ? value / sum : 1 / columns));
  });
}

/** Events of each leaf. */
export function leafEvents(point: { readonly leaves: number; readonly most: number; readonly seed: number }): number[] {
  return integerMatrix(1, point.leaves, point.most - 1, point.seed)[0]!.map((count) => count + 1);
}

/** The value; a point where it is not there says nothing about the statement and is skipped. */
export function present<T>(what: string, value: T | null): T {
  if (value !== null) return value;
  throw domainError(what, "missing", "a point that has one", "Take another seed.");
}
