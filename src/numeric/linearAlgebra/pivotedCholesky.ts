/** A = F F^T for a positive semi-definite A, n x n, row after row: F is n x rank. */
export interface SemidefiniteFactor {
  readonly rank: number;
  readonly rows: Float64Array;
  /** The largest diagonal entry that was left, a bound on every entry of A - F F^T; negative where A was not semi-definite. */
  readonly rest: number;
}

/**
 * Cholesky's factor with diagonal pivoting, stopped where every pivot left is at most `threshold` of the largest diagonal entry. Rows keep
 * their order. n^2 rank/2 multiplications. Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, section 10.3.
 */
export function pivotedCholesky(matrix: Float64Array, size: number, threshold: number): SemidefiniteFactor {
  if (matrix.length !== size * size) throw new RangeError(`${matrix.length} numbers are no ${size} x ${size} matrix`);
  const diagonal = Float64Array.from({ length: size }, (_, i) => matrix[i * (size + 1)]);
  const least = threshold * diagonal.reduce((top, value) => Math.max(top, value), 0);
  const columns: Float64Array[] = [];
  const used = new Uint8Array(size);
  for (;;) {
    let pivot = -1;
    for (let i = 0; i < size; i++) if (used[i] === 0 && (pivot < 0 || diagonal[i] > diagonal[pivot])) pivot = i;
    if (pivot < 0 || !(diagonal[pivot] > least)) break;
    const root = Math.sqrt(diagonal[pivot]);
    const column = new Float64Array(size);
    for (let i = 0; i < size; i++) column[i] = used[i] === 1 ? 0 : matrix[pivot * size + i];
    for (const earlier of columns) {
      const factor = earlier[pivot];
      if (factor !== 0) for (let i = 0; i < size; i++) column[i] -= factor * earlier[i];
    }
    for (let i = 0; i < size; i++) {
      column[i] = used[i] === 1 ? 0 : column[i] / root;
      diagonal[i] -= column[i] ** 2;
    }
    column[pivot] = root;
    used[pivot] = 1;
    columns.push(column);
  }
  const rank = columns.length;
  const rows = new Float64Array(size * rank);
  columns.forEach((column, k) => {
    for (let i = 0; i < size; i++) rows[i * rank + k] = column[i];
  });
  const left = Array.from(diagonal.keys()).filter((i) => used[i] === 0);
  const rest = left.reduce((worst, i) => (Math.abs(diagonal[i]) > Math.abs(worst) ? diagonal[i] : worst), 0);
  return { rank, rows, rest };
}
