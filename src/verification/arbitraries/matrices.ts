/** Symmetric matrices and covariances of batches, as rows. */
import { type Arbitrary, array, integer, oneof, tuple } from "fast-check";
import { reals } from "./reals.js";

export type Matrix = readonly (readonly number[])[];

const entry = reals({ min: -2, max: 2 });
const scale = oneof({ weight: 2, arbitrary: integer({ min: 0, max: 0 }) }, integer({ min: -2, max: 2 })).map(
  (power) => 10 ** power,
);

const build = (size: number, at: (i: number, j: number) => number): Matrix =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => at(Math.max(i, j), Math.min(i, j))));

/** Entries of order 1, zeros and matrices with few of them included. */
export const symmetricMatrices = (size: number): Arbitrary<Matrix> =>
  array(entry, { minLength: (size * (size + 1)) / 2, maxLength: (size * (size + 1)) / 2 }).map((entries) =>
    build(size, (i, j) => entries[(i * (i + 1)) / 2 + j]!),
  );

/** The rows of an orthogonal matrix: a product of two reflections, so that shrinking ends at the identity. */
function rotation(size: number, vectors: readonly (readonly number[])[]): number[][] {
  const rows: number[][] = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => Number(i === j)),
  );
  for (const vector of vectors) {
    const square = vector.reduce((sum, x) => sum + x * x, 0);
    if (!(square > 1e-6)) continue;
    for (const row of rows) {
      const along = (2 * row.reduce((sum, x, i) => sum + x * vector[i]!, 0)) / square;
      for (let i = 0; i < size; i++) row[i] = row[i]! - along * vector[i]!;
    }
  }
  return rows;
}

/** Q diag(eigenvalues) Q^T, symmetric to the last bit. */
function withEigenvalues(eigenvalues: readonly number[], rows: readonly (readonly number[])[]): Matrix {
  const size = eigenvalues.length;
  return build(size, (i, j) => eigenvalues.reduce((sum, value, k) => sum + value * rows[i]![k]! * rows[j]![k]!, 0));
}

const list = (size: number, of: Arbitrary<number>) => array(of, { minLength: size, maxLength: size });

function covariances(size: number, decades: number, least: number): Arbitrary<Matrix> {
  const exponents = list(size, reals({ min: -decades, max: 0 }));
  const rank = oneof(integer({ min: size, max: size }), integer({ min: Math.min(least, size), max: size }));
  const vectors = tuple(list(size, entry), list(size, entry));
  return tuple(exponents, rank, vectors, scale).map(([powers, kept, pair, factor]) => {
    const eigenvalues = powers.map((power, k) => (k < kept ? factor * 10 ** power : 0));
    return withEigenvalues(eigenvalues, rotation(size, pair));
  });
}

/** Any rank from 2 up, condition number (without the zeros) up to 1e6. */
export const semidefiniteCovariances = (size: number): Arbitrary<Matrix> => covariances(size, 6, 2);

/** Invertible, condition number up to 1e4. */
export const definiteCovariances = (size: number): Arbitrary<Matrix> => covariances(size, 4, size);

/** q on the diagonal, q c off it, -1/(B-1) < c < 1, q > 0 over four decades: the form of BSB1. */
export const bsb1Covariances = (batch: number): Arbitrary<Matrix> =>
  tuple(reals({ min: 0.01, max: 100 }), reals({ min: -1 / (batch - 1), max: 1, open: "both" })).map(([q, c]) =>
    build(batch, (i, j) => (i === j ? q : q * c)),
  );
