/** The matrices of appendix B.4, entry by entry, and what is done to dense matrices. */
import { Matrix } from "ml-matrix";

/** The matrix with entry(k, l), k and l counted from 0. */
export const matrixOf = (size: number, entry: (k: number, l: number) => number): Matrix =>
  new Matrix(Array.from({ length: size }, (_, k) => Array.from({ length: size }, (_, l) => entry(k, l))));

export const fromRows = (rows: readonly (readonly number[])[]): Matrix => new Matrix(rows.map((row) => [...row]));

/** a on the diagonal, b off it. */
export const bsb1 = (size: number, a: number, b: number): Matrix => matrixOf(size, (k, l) => (k === l ? a : b));

/** G = I - 11^T/B. */
export const centring = (size: number): Matrix => matrixOf(size, (k, l) => (k === l ? 1 : 0) - 1 / size);

/** G M G, as two products. */
export function doublyCentred(matrix: Matrix): Matrix {
  const g = centring(matrix.rows);
  return g.mmul(matrix).mmul(g);
}

/** The paper's L(a, b) (B.35). */
export function differencePattern(size: number, a: number, b: number): Matrix {
  const sign = (k: number) => (k === 0 ? 1 : k === 1 ? -1 : 0);
  return matrixOf(size, (k, l) => {
    if (k === l) return a * sign(k);
    return k > 1 || l > 1 ? -b * (sign(k) + sign(l)) : 0;
  });
}

/** The paper's underlined L(a, b) (B.61): a at (1, 1), -b along the rest of the first row and column. */
export const starPattern = (size: number, a: number, b: number): Matrix =>
  matrixOf(size, (k, l) => (k === 0 && l === 0 ? a : k === 0 || l === 0 ? -b : 0));

/** A matrix of M: the cycle 1-2-3-4 with edges 1, -1, 1, -1. */
export const cyclePattern = (size: number): Matrix =>
  matrixOf(size, (k, l) => {
    if (k > 3 || l > 3 || (k + l) % 2 === 0) return 0;
    return Math.min(k, l) % 2 === 0 && Math.abs(k - l) === 1 ? 1 : -1;
  });

/** P M P^T for the permutation that puts sample order[k] at place k. */
export const permuted = (matrix: Matrix, order: readonly number[]): Matrix =>
  matrixOf(matrix.rows, (k, l) => matrix.get(order[k]!, order[l]!));

/** The order in which the numbers increase: every permutation from random numbers. */
export const orderOf = (keys: readonly number[]): number[] =>
  keys.map((_, k) => k).sort((k, l) => keys[k]! - keys[l]! || k - l);

/** Row after row. */
export const entriesOf = (matrix: Matrix): number[] => matrix.to1DArray();

/** tr(A^T B). */
export const frobenius = (a: Matrix, b: Matrix): number => Matrix.mul(a, b).sum();
