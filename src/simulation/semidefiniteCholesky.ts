/**
 * Cholesky factor of a positive semidefinite matrix, singular ones too: K = L L^T, L lower triangular, without
 * pivoting. Column j of L is zero where sample j is a combination of the samples before it:
 *
 *   p_j = K_jj - sum_{k<j} L_jk^2 <= tolerance K_jj.
 *
 * p_j / K_jj is the share of sample j that the earlier ones do not explain. It does not change when a sample is
 * rescaled, and its rounding error is a few unit roundoffs, however unlike the samples' sizes. With S the other
 * columns, K_SS = L_SS L_SS^T is regular and rank K = |S|, so (K_SS)^-1 padded with zeros is a g-inverse of K,
 * K K^- K = K. `applyInverse` multiplies by it.
 * Source: textbook Cholesky; the g-inverse is that of a maximal independent set of columns. Ours: the relative pivot.
 */
export interface SemidefiniteFactor {
  readonly size: number;
  /** L, size x size, row after row. */
  readonly lower: Float64Array;
  /** |S|. */
  readonly rank: number;
}

/** The factor of the symmetric positive semidefinite `matrix` (row after row, only its lower triangle is read). */
export function semidefiniteCholesky(matrix: Float64Array, size: number, tolerance: number): SemidefiniteFactor {
  const lower = new Float64Array(size * size);
  let rank = 0;
  for (let j = 0; j < size; j++) {
    const diagonal = matrix[j * size + j]!;
    const pivot = diagonal - dot(lower, j, j, size, j);
    if (!(pivot > tolerance * diagonal)) continue;
    rank++;
    const root = Math.sqrt(pivot);
    lower[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      lower[i * size + j] = (matrix[i * size + j]! - dot(lower, i, j, size, j)) / root;
    }
  }
  return { size, lower, rank };
}

/** sum_{k < end} L_ik L_jk. */
function dot(lower: Float64Array, i: number, j: number, size: number, end: number): number {
  let sum = 0;
  for (let k = 0; k < end; k++) sum += lower[i * size + k]! * lower[j * size + k]!;
  return sum;
}

/** right <- K^- right, in place; `right` is size x size, row after row. Rows outside S become zero. */
export function applyInverse({ size, lower }: SemidefiniteFactor, right: Float64Array): Float64Array {
  for (let i = 0; i < size; i++) {
    const pivot = lower[i * size + i]!;
    if (pivot === 0) {
      right.fill(0, i * size, (i + 1) * size);
      continue;
    }
    for (let k = 0; k < i; k++) subtractRow(right, i, k, lower[i * size + k]!, size);
    for (let c = 0; c < size; c++) right[i * size + c]! /= pivot;
  }
  for (let i = size - 1; i >= 0; i--) {
    const pivot = lower[i * size + i]!;
    if (pivot === 0) continue;
    // rows outside S are zero, so that L_SS alone acts
    for (let k = i + 1; k < size; k++) subtractRow(right, i, k, lower[k * size + i]!, size);
    for (let c = 0; c < size; c++) right[i * size + c]! /= pivot;
  }
  return right;
}

/** Row i -= factor x row k. */
function subtractRow(right: Float64Array, i: number, k: number, factor: number, size: number): void {
  if (factor === 0) return;
  for (let c = 0; c < size; c++) right[i * size + c]! -= factor * right[k * size + c]!;
}
