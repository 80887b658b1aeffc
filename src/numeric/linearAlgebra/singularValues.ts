import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { domainError } from "../domain.js";

/**
 * The singular values of an m x n matrix, descending, min(m, n) of them; absolute error a few units of roundoff of the largest. Entries may
 * have any magnitude: they are scaled by a power of two first. A matrix without rows or columns has none.
 *
 * Throws TheoryError for ragged rows and for entries that are not finite. Source: Golub and Reinsch, Numer. Math. 14 (1970) 403-420.
 */
export function singularValues(rows: readonly (readonly number[])[]): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  let largest = 0;
  for (const [i, row] of rows.entries()) {
    if (row.length !== columns) {
      throw domainError(`rows[${i}].length`, row.length, `${columns}, as in row 0`, "Give all rows the same length.");
    }
    for (const [j, entry] of row.entries()) {
      if (!Number.isFinite(entry))
        throw domainError(`rows[${i}][${j}]`, entry, "a finite number", "Repair that entry.");
      largest = Math.max(largest, Math.abs(entry));
    }
  }
  const count = Math.min(rows.length, columns);
  if (count === 0) return [];
  if (largest === 0) return new Array<number>(count).fill(0);
  // a power of two of moderate size: dividing by 2^-1074 would overflow
  const scale = 2 ** Math.max(Math.floor(Math.log2(largest)), -1000);
  const matrix = new Matrix(rows.map((row) => row.map((entry) => entry / scale)));
  const { diagonal } = new SingularValueDecomposition(matrix, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  });
  return Array.from(diagonal, (value) => Math.abs(value) * scale)
    .sort((a, b) => b - a)
    .slice(0, count);
}

/**
 * How many singular values exceed relativeTolerance times the largest; 0 for the zero matrix. A rank in floating point: `exactRank` decides it
 * for rational entries. Throws TheoryError as `singularValues`, and unless 0 <= relativeTolerance < 1.
 */
export function numericRank(rows: readonly (readonly number[])[], relativeTolerance = 1e-10): number {
  if (!(relativeTolerance >= 0 && relativeTolerance < 1)) {
    throw domainError("relativeTolerance", relativeTolerance, "a number from 0 to below 1", "Leave it at 1e-10.");
  }
  const values = singularValues(rows);
  return values.filter((value) => value > relativeTolerance * values[0]!).length;
}
