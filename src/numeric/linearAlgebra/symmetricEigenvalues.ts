import { tridiagonalEigenvalues } from "./tridiagonalEigenvalues.js";

/**
 * The eigenvalues of a symmetric matrix (n x n, row after row), ascending: Householder's reduction to tridiagonal form, then QL.
 * (2/3) n^3 multiplications; absolute error a few n^(1/2) units of roundoff of the norm. The argument stays.
 *
 * Source: J. H. Wilkinson, Numer. Math. 4 (1962) 354-361. */
export function symmetricEigenvalues(matrix: Float64Array, size: number): Float64Array {
  if (matrix.length !== size * size || size < 1)
    throw new RangeError(`${matrix.length} numbers are no ${size} x ${size} matrix`);
  const a = matrix.slice();
  const diagonal = new Float64Array(size);
  const off = new Float64Array(size - 1);
  const v = new Float64Array(size);
  const w = new Float64Array(size);
  for (let last = size - 1; last >= 1; last--) {
    diagonal[last] = a[last * size + last];
    off[last - 1] = reflector(a, size, last, v);
    if (v[last - 1] !== 0) reflect(a, size, last, v, w);
  }
  diagonal[0] = a[0];
  return tridiagonalEigenvalues(diagonal, off);
}

/** v with (I - v v^T) row = (0, .., 0, alpha), |v|^2 = 2; returns alpha. v = 0 where the row is already so. */
function reflector(a: Float64Array, size: number, last: number, v: Float64Array): number {
  const row = last * size;
  let scale = 0;
  for (let k = 0; k < last; k++) scale = Math.max(scale, Math.abs(a[row + k]));
  v.fill(0, 0, last);
  if (scale === 0) return 0;
  let rest = 0;
  for (let k = 0; k < last - 1; k++) rest += (a[row + k] / scale) ** 2;
  const corner = a[row + last - 1] / scale;
  if (rest === 0) return a[row + last - 1];
  const length = Math.sqrt(rest + corner * corner);
  const alpha = corner > 0 ? -length : length;
  const norm = Math.sqrt(length * (length + Math.abs(corner)));
  for (let k = 0; k < last - 1; k++) v[k] = a[row + k] / scale / norm;
  v[last - 1] = (corner - alpha) / norm;
  return alpha * scale;
}

/** A <- (I - v v^T) A (I - v v^T) on the leading block of the lower triangle. */
function reflect(a: Float64Array, size: number, last: number, v: Float64Array, w: Float64Array): void {
  w.fill(0, 0, last);
  for (let i = 0; i < last; i++) {
    const row = i * size;
    const vi = v[i];
    let sum = 0;
    for (let k = 0; k < i; k++) {
      const entry = a[row + k];
      sum += entry * v[k];
      w[k] += entry * vi;
    }
    w[i] += sum + a[row + i] * vi;
  }
  let inner = 0;
  for (let k = 0; k < last; k++) inner += w[k] * v[k];
  for (let k = 0; k < last; k++) w[k] -= 0.5 * inner * v[k];
  for (let i = 0; i < last; i++) {
    const row = i * size;
    const vi = v[i];
    const wi = w[i];
    for (let k = 0; k <= i; k++) a[row + k] -= vi * w[k] + wi * v[k];
  }
}
