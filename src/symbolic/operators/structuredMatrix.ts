/**
 * A symmetric B x B matrix that permutations of all samples but the first few, the marked ones, leave alone:
 * u I + v 11^T marks none, the matrices of L mark two, those of M four. The corner with the marked samples and two others
 * holds all its entries, whatever B is.
 */
export interface StructuredMatrix<T> {
  /** Rows and columns: the marked samples, then two others. Symmetric. */
  readonly corner: readonly (readonly T[])[];
}

/** How many samples are marked. */
export const marksOf = (matrix: StructuredMatrix<unknown>): number => matrix.corner.length - 2;

/** The matrix with entry(k, l) for marked samples k, l < marks and others `marks`, `marks` + 1; asked with k <= l only. */
export function structuredMatrix<T>(marks: number, entry: (k: number, l: number) => T): StructuredMatrix<T> {
  const size = marks + 2;
  const corner: T[][] = Array.from({ length: size }, () => []);
  for (let k = 0; k < marks; k++) {
    for (let l = k; l <= marks; l++) corner[k]![l] = corner[l]![k] = entry(k, l);
    corner[k]![marks + 1] = corner[marks + 1]![k] = corner[k]![marks]!;
  }
  corner[marks]![marks] = corner[marks + 1]![marks + 1] = entry(marks, marks);
  corner[marks]![marks + 1] = corner[marks + 1]![marks] = entry(marks, marks + 1);
  return Object.freeze({ corner: Object.freeze(corner.map((row) => Object.freeze(row))) });
}

/** The entry at any two samples; those from `marks` on are others. */
export function entryAt<T>(matrix: StructuredMatrix<T>, k: number, l: number): T {
  const marks = marksOf(matrix);
  if (k < marks || l < marks || k === l) return matrix.corner[Math.min(k, marks)]![Math.min(l, marks)]!;
  return matrix.corner[marks]![marks + 1]!;
}

/** The same matrix over other entries. */
export const mapStructured = <S, T>(matrix: StructuredMatrix<S>, change: (entry: S) => T): StructuredMatrix<T> =>
  structuredMatrix(marksOf(matrix), (k, l) => change(entryAt(matrix, k, l)));

/** All B x B entries. Throws a RangeError when the batch is not whole or smaller than the number of marked samples. */
export function denseMatrix<T>(matrix: StructuredMatrix<T>, batch: number): T[][] {
  if (!(Number.isInteger(batch) && batch >= Math.max(1, marksOf(matrix)))) {
    throw new RangeError(`a matrix with ${marksOf(matrix)} marked samples has no batch of ${batch}`);
  }
  return Array.from({ length: batch }, (_, k) => Array.from({ length: batch }, (_, l) => entryAt(matrix, k, l)));
}
