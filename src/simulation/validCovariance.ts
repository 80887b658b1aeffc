import { domainError } from "../numeric/domain.js";
import { semidefiniteCholesky } from "./semidefiniteCholesky.js";

type Matrix = readonly (readonly number[])[];

/**
 * The covariance, a frozen copy, or the identity for undefined. Asymmetry up to 1e-12 and eigenvalues down to about
 * -1e-9, both relative to the variances, count as rounding.
 *
 * @throws TheoryError "domain" unless it is size x size, finite, symmetric and positive semidefinite.
 */
export function validCovariance(parameter: string, matrix: Matrix | undefined, size: number): Matrix {
  if (matrix === undefined) return identity(size);
  const fail = (value: unknown, remedy: string) =>
    domainError(parameter, value, `a symmetric positive semidefinite matrix, ${size} x ${size}`, remedy);
  if (!Array.isArray(matrix) || matrix.length !== size || matrix.some((row) => row?.length !== size)) {
    throw fail("a matrix of another size", "Give a row and a column for each sample of each batch.");
  }
  if (!matrix.every((row) => Array.isArray(row) && row.every((x: unknown) => typeof x === "number"))) {
    throw fail("something else", "Give numbers, a list for each row.");
  }
  const flat = Float64Array.from(matrix.flat());
  const scale = (i: number, j: number) => Math.sqrt(Math.abs(flat[i * size + i]! * flat[j * size + j]!));
  const { lower } = semidefiniteCholesky(flat, size, 1e-12);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = flat[i * size + j]!;
      const transposed = flat[j * size + i]!;
      if (!Number.isFinite(value) || !Number.isFinite(transposed)) throw fail(value, "Give finite numbers.");
      if (Math.abs(value - transposed) > 1e-12 * scale(i, j)) throw fail("an asymmetric matrix", "Make it symmetric.");
      let product = 0;
      for (let k = 0; k <= j; k++) product += lower[i * size + k]! * lower[j * size + k]!;
      if (!(Math.abs(product - value) <= 1e-9 * scale(i, j))) {
        throw fail("an indefinite matrix", "A covariance has no negative eigenvalue.");
      }
    }
  }
  return Object.freeze(matrix.map((row: readonly number[]) => Object.freeze([...row])));
}

function identity(size: number): Matrix {
  const row = (i: number) => Object.freeze(Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
  return Object.freeze(Array.from({ length: size }, (_, i) => row(i)));
}
