import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { SpdInverse } from "../../../numeric/linearAlgebra/spdInverse.js";

/** The inverse of a symmetric positive definite matrix, scaled to a unit diagonal on the way; null where it is not one in doubles. */
export function positiveInverse(matrix: Matrix): Matrix | null {
  const size = matrix.length;
  const scales = matrix.map((row, i) => Math.sqrt(row[i]!));
  if (scales.some((scale) => !(scale > 0))) return null;
  const solver = new SpdInverse(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) solver.matrix[i * solver.stride + j] = matrix[i]![j]! / (scales[i]! * scales[j]!);
  }
  if (solver.invert() === undefined) return null;
  const entry = (i: number, j: number) =>
    solver.matrix[Math.max(i, j) * solver.stride + Math.min(i, j)]! / (scales[i]! * scales[j]!);
  const inverse = scales.map((_, i) => scales.map((__, j) => entry(i, j)));
  return inverse.flat().every(Number.isFinite) ? inverse : null;
}
