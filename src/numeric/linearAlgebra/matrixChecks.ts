/** What users pass as vectors, matrices and probabilities: checked, with errors that name the entry. */
import { domainError } from "../domain.js";
import { compensatedSum } from "../sum.js";
import type { Matrix } from "./denseMatrix.js";
import type { Vector } from "./vectors.js";

/** Throws TheoryError unless `values` is a list of finite numbers, of that length where one is given. An empty list is one of length 0. */
export function assertNumbers(parameter: string, values: Vector, length?: number): void {
  if (!Array.isArray(values)) throw domainError(parameter, values, "a list of numbers", "Pass a list of numbers.");
  if (length !== undefined && values.length !== length) {
    throw domainError(`${parameter}.length`, values.length, `${length}`, `Pass ${length} numbers.`);
  }
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw domainError(`${parameter}[${bad}]`, values[bad], "a finite number", "Repair that entry.");
}

interface Shape {
  readonly rows?: number | undefined;
  readonly columns?: number | undefined;
}

/**
 * The matrix. Throws TheoryError unless it has at least one row and rows of finite numbers of one length, at least 1; of that many rows and
 * columns where they are given.
 */
export function assertMatrix(parameter: string, matrix: Matrix, { rows, columns }: Shape = {}): Matrix {
  if (!Array.isArray(matrix) || matrix.length === 0) {
    throw domainError(parameter, Array.isArray(matrix) ? "[]" : matrix, "a list of rows", "Pass at least one row.");
  }
  if (rows !== undefined && matrix.length !== rows) {
    throw domainError(`${parameter}.length`, matrix.length, `${rows} rows`, `Pass ${rows} rows.`);
  }
  if (!Array.isArray(matrix[0]) || matrix[0].length === 0) {
    const given = Array.isArray(matrix[0]) ? "[]" : matrix[0];
    throw domainError(`${parameter}[0]`, given, "a list of numbers, at least one", "Pass rows of numbers.");
  }
  const width = columns ?? matrix[0].length;
  const remedy = columns === undefined ? `Rows must not be ragged: the first has ${width}.` : `Pass rows of ${width}.`;
  for (const [i, row] of matrix.entries()) {
    if (Array.isArray(row) && row.length !== width) {
      throw domainError(`${parameter}[${i}].length`, row.length, `${width} numbers`, remedy);
    }
    assertNumbers(`${parameter}[${i}]`, row);
  }
  return matrix;
}

/** Throws TheoryError unless it is a symmetric matrix of that size, to the last bit. */
export function assertSymmetric(parameter: string, matrix: Matrix, size: number): void {
  assertMatrix(parameter, matrix, { rows: size, columns: size });
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      if (matrix[i]![j] === matrix[j]![i]) continue;
      const remedy = `Its entry [${j}][${i}] is ${matrix[j]![i]}: pass a symmetric matrix.`;
      throw domainError(`${parameter}[${i}][${j}]`, matrix[i]![j], `${matrix[j]![i]}, the entry across`, remedy);
    }
  }
}

/** The sum. Throws TheoryError unless the numbers, at least one, are from 0 up and sum to 1, to 1e-9. */
export function assertProbabilities(parameter: string, values: Vector): number {
  assertNumbers(parameter, values, Math.max(1, values.length));
  const bad = values.findIndex((value) => value < 0);
  if (bad >= 0) throw domainError(`${parameter}[${bad}]`, values[bad], "a number from 0 up", "Pass probabilities.");
  const sum = compensatedSum(values);
  if (Math.abs(sum - 1) <= 1e-9) return sum;
  throw domainError(parameter, `a list with sum ${sum}`, "numbers with sum 1, to 1e-9", "Divide them by their sum.");
}

/** The matrix. Throws TheoryError unless it is one, of that many rows and columns where they are given, and each row holds probabilities. */
export function assertStochastic(parameter: string, matrix: Matrix, shape: Shape = {}): Matrix {
  assertMatrix(parameter, matrix, shape);
  for (const [i, row] of matrix.entries()) assertProbabilities(`${parameter}[${i}]`, row);
  return matrix;
}
