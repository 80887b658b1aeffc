/**
 * Lower triangular L with L L^T = S for a positive semi-definite S, row after row; columns of vanishing pivots are 0. Without
 * pivoting, unlike `pivotedCholesky`: L then changes little where S does, and a path's noise means the same from layer to layer.
 */

/** A pivot this small against the largest diagonal entry is rounding. */
const SINGULAR = 1e-13;

export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, matrix[i * (size + 1)]!);
  for (let j = 0; j < size; j++) {
    let pivot = matrix[j * (size + 1)]!;
    for (let k = 0; k < j; k++) pivot -= factor[j * size + k]! ** 2;
    if (!(pivot > SINGULAR * largest)) continue;
    const root = Math.sqrt(pivot);
    factor[j * (size + 1)] = root;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = sum / root;
    }
  }
  return factor;
}
