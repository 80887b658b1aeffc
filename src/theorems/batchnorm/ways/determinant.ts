import { LuDecomposition, type Matrix } from "ml-matrix";

/** log |det M| by elimination. */
export function logDeterminant(matrix: Matrix): number {
  const { upperTriangularMatrix } = new LuDecomposition(matrix);
  return upperTriangularMatrix.diagonal().reduce((sum, pivot) => sum + Math.log(Math.abs(pivot)), 0);
}

/** More than every eigenvalue's modulus: the largest row sum of moduli, plus one. */
export const spectralBound = (matrix: Matrix): number =>
  1 + Math.max(...matrix.to2DArray().map((row) => row.reduce((sum, entry) => sum + Math.abs(entry), 0)));
