/** Small dense matrices as lists of rows: what users pass in and read. Shapes are the caller's care. */
import type { Vector } from "./vectors.js";

export type Matrix = readonly Vector[];

export const zeros = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

export const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => Number(i === j)));

/** The rows of a flat array, row after row. */
export const rowsFrom = (entries: Float64Array, columns: number): number[][] =>
  Array.from({ length: entries.length / columns }, (_, i) =>
    Array.from(entries.subarray(i * columns, (i + 1) * columns)),
  );

/** a + b, entry by entry. */
export const add = (a: Matrix, b: Matrix): number[][] => a.map((row, i) => row.map((value, j) => value + b[i]![j]!));

/** a times b, entry by entry. */
export const hadamard = (a: Matrix, b: Matrix): number[][] =>
  a.map((row, i) => row.map((value, j) => value * b[i]![j]!));

/** A B for A m x n and B n x p; m rows. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = b[0]?.length ?? 0;
  return a.map((row) => {
    const out = new Array<number>(columns).fill(0);
    for (let k = 0; k < row.length; k++) {
      const factor = row[k]!;
      if (factor === 0) continue;
      const other = b[k]!;
      for (let j = 0; j < columns; j++) out[j]! += factor * other[j]!;
    }
    return out;
  });
}

/** A x. */
export const applyTo = (a: Matrix, x: Vector): number[] =>
  a.map((row) => row.reduce((sum, value, k) => sum + value * x[k]!, 0));

/** Columns as rows; a matrix without rows has none. */
export const transpose = (a: Matrix): number[][] => (a[0] ?? []).map((_, j) => a.map((row) => row[j]!));

export const columnOf = (a: Matrix, j: number): number[] => a.map((row) => row[j]!);

/** The largest magnitude of an entry; 0 without entries. */
export const largestEntry = (a: Matrix): number =>
  a.reduce((most, row) => row.reduce((largest, value) => Math.max(largest, Math.abs(value)), most), 0);

/** The largest |a_ij - b_ij|. */
export const largestDifference = (a: Matrix, b: Matrix): number =>
  a.reduce(
    (most, row, i) => row.reduce((largest, value, j) => Math.max(largest, Math.abs(value - b[i]![j]!)), most),
    0,
  );
