import { domainError } from "../domain.js";

/**
 * Eigenvalues of the symmetric tridiagonal matrix with the given diagonal (length n) and off-diagonal (length n-1), by
 * implicit QL with Wilkinson's shift; ascending, absolute error a few units of roundoff of the norm.
 *
 * Source: A. Dubrulle, R. S. Martin and J. H. Wilkinson, Numer. Math. 12 (1968) 377-383 (procedure imtql1), from the
 * description of the iteration. Ours: the negligibility test also has a share of the norm, so zero diagonals deflate; matrices
 * whose squares leave the doubles are scaled by a power of two, which rounds nothing.
 */
export function tridiagonalEigenvalues(diagonal: Float64Array, offDiagonal: Float64Array): Float64Array {
  return implicitQl(diagonal, offDiagonal, []).sort();
}

/**
 * The same eigenvalues in no order. Each of `rows`, of length n, is multiplied in place by the matrix whose columns are the eigenvectors, in the
 * order of the eigenvalues: the unit vector e_k becomes the k-th components of the eigenvectors.
 */
export function implicitQl(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  rows: readonly Float64Array[],
): Float64Array {
  const n = diagonal.length;
  if (n < 1 || offDiagonal.length !== n - 1) {
    throw domainError("offDiagonal.length", offDiagonal.length, "diagonal.length - 1", "Pass n and n-1 entries.");
  }
  const e = new Float64Array(n);
  e.set(offDiagonal);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(diagonal[i]), Math.abs(e[i]));
  const scale = largest < 1e-100 ? 2 ** 600 : largest > 1e100 ? 2 ** -600 : 1;
  const norm = scale * largest;
  const d = diagonal.map((entry) => scale * entry);
  for (let i = 0; i < n; i++) e[i] = scale * e[i];
  for (let low = 0; low < n; low++) {
    for (let sweep = 0; ; sweep++) {
      const high = blockEnd(d, e, low, 2 ** -58 * norm);
      if (high === low) break;
      if (sweep === 80) throw new Error(`tridiagonal QL did not converge at eigenvalue ${low} of ${n}`);
      qlSweep(d, e, low, high, rows);
    }
  }
  return d.map((eigenvalue) => eigenvalue / scale);
}

/** The last index of the unreduced block that starts at `low`. */
function blockEnd(d: Float64Array, e: Float64Array, low: number, floor: number): number {
  let high = low;
  while (high < d.length - 1) {
    if (Math.abs(e[high]) <= 2 ** -53 * (Math.abs(d[high]) + Math.abs(d[high + 1])) + floor) break;
    high++;
  }
  return high;
}

/** One implicit QL sweep over the block low..high. */
function qlSweep(d: Float64Array, e: Float64Array, low: number, high: number, rows: readonly Float64Array[]): void {
  const delta = (d[low + 1] - d[low]) / (2 * e[low]);
  const root = Math.sqrt(delta * delta + 1);
  let g = d[high] - d[low] + e[low] / (delta + (delta >= 0 ? root : -root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = high - 1; i >= low; i--) {
    const f = sine * e[i];
    const b = cosine * e[i];
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= shift;
      e[high] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = d[i + 1] - shift;
    const t = (d[i] - g) * sine + 2 * cosine * b;
    shift = sine * t;
    d[i + 1] = g + shift;
    g = cosine * t - b;
    for (const row of rows) {
      const upper = row[i + 1]!;
      row[i + 1] = sine * row[i]! + cosine * upper;
      row[i] = cosine * row[i]! - sine * upper;
    }
  }
  d[low] -= shift;
  e[low] = g;
  e[high] = 0;
}
