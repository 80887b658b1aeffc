/** Small matrices as lists of rows. */
import { domainError } from "../../../numeric/domain.js";

export type Matrix = readonly (readonly number[])[];

export const zeros = (rows: number, columns: number): Matrix =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

export const transposed = (matrix: Matrix): Matrix => matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));

/** sum + a b. */
export function plusProduct(sum: Matrix, a: Matrix, b: Matrix): Matrix {
  return a.map((row, i) =>
    sum[i]!.map((start, j) => row.reduce((total, value, k) => total + value * b[k]![j]!, start)),
  );
}

/** Element-wise product. */
export const hadamard = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((value, j) => value * b[i]![j]!));

/** The matrix; throws TheoryError where it is empty, ragged, has other sizes or numbers that are not finite. */
export function assertShape(parameter: string, matrix: Matrix, rows?: number, columns?: number): Matrix {
  const [m, n] = [rows ?? matrix.length, columns ?? matrix[0]?.length ?? 0];
  const found = `${matrix.length} rows of ${[...new Set(matrix.map((row) => row.length))].join(", ") || 0} numbers`;
  if (m === 0 || n === 0 || matrix.length !== m || matrix.some((row) => row.length !== n)) {
    const wanted = m === 0 || n === 0 ? "at least one row and one column" : `a ${m} x ${n} matrix`;
    throw domainError(parameter, found, wanted, "Pass rows of one length that fit the neighbouring matrices.");
  }
  for (const value of matrix.flat()) {
    if (!Number.isFinite(value)) throw domainError(parameter, value, "finite numbers", "Correct that entry.");
  }
  return matrix;
}

/** Throws TheoryError unless each row is a probability vector: no entry negative, sum 1 within 1e-9. */
export function assertStochastic(parameter: string, matrix: Matrix): void {
  for (const [at, row] of matrix.entries()) {
    const negative = row.find((value) => value < 0);
    const sum = row.reduce((total, value) => total + value, 0);
    if (negative === undefined && Math.abs(sum - 1) <= 1e-9) continue;
    const given = negative === undefined ? `a row with sum ${sum}` : `${negative} in a row`;
    const wanted = "probabilities, each row with sum 1 within 1e-9";
    throw domainError(`${parameter}, row ${at}`, given, wanted, "Divide each row by its sum.");
  }
}
