// C x C matrices, row after row.
import { semidefiniteCholesky } from "../semidefiniteCholesky.js";

export function traceOf(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += matrix[i * size + i]!;
  return sum;
}

/** tr(A B) of symmetric matrices. */
export function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** factor x matrix, a new array unless the factor is 1. */
export function scaled(matrix: Float64Array, factor: number): Float64Array {
  if (factor === 1) return matrix;
  const product = new Float64Array(matrix.length);
  for (let k = 0; k < matrix.length; k++) product[k] = factor * matrix[k]!;
  return product;
}

export function identityTimes(factor: number, size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = factor;
  return matrix;
}

/** A lower triangular R with R R^T = matrix. */
export const rootOf = (matrix: readonly (readonly number[])[], tolerance: number) =>
  semidefiniteCholesky(Float64Array.from(matrix.flat()), matrix.length, tolerance).lower;
