/** Small dense matrices as lists of rows: what users pass in and read. */
import { domainError } from "../domain.js";

export type Vector = readonly number[];
export type Matrix = readonly Vector[];

/** Throws TheoryError unless `values` is a list of finite numbers, of that length where one is given. An empty list is one of length 0. */
export function assertNumbers(parameter: string, values: Vector, length?: number): void {
  if (!Array.isArray(values)) throw domainError(parameter, values, "a list of numbers", "Pass a list of numbers.");
  if (length !== undefined && values.length !== length) {
    throw domainError(`${parameter}.length`, values.length, `${length}`, `Pass ${length} numbers.`);
  }
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw domainError(`${parameter}[${bad}]`, values[bad], "a finite number", "Repair that entry.");
}

/**
 * Throws TheoryError unless `matrix` has at least one row and rows of finite numbers of one length, at least 1; of that many rows and
 * columns where they are given.
 */
export function assertMatrix(
  parameter: string,
  matrix: Matrix,
  { rows, columns }: { readonly rows?: number; readonly columns?: number } = {},
): void {
  if (!Array.isArray(matrix) || matrix.length === 0) {
    throw domainError(parameter, Array.isArray(matrix) ? "[]" : matrix, "a list of rows", "Pass at least one row.");
  }
  if (rows !== undefined && matrix.length !== rows) {
    throw domainError(`${parameter}.length`, matrix.length, `${rows} rows`, `Pass ${rows} rows.`);
  }
  if (!Array.isArray(matrix[0]) || matrix[0].length === 0) {
    throw domainError(`${parameter}[0]`, matrix[0], "a list of numbers, at least one", "Pass rows of numbers.");
  }
  for (const [i, row] of matrix.entries()) assertNumbers(`${parameter}[${i}]`, row, columns ?? matrix[0].length);
}

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
