/** A x = b for a positive definite A by Gauss-Jordan elimination without pivots. */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (const [k, pivot] of rows.entries()) {
    const scaled = pivot.map((entry) => entry / pivot[k]);
    rows[k] = scaled;
    for (const [i, row] of rows.entries()) {
      if (i === k) continue;
      const factor = row[k];
      if (factor !== 0) rows[i] = row.map((entry, j) => entry - factor * scaled[j]);
    }
  }
  return rows.map((row) => row[rows.length]);
}
