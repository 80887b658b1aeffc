import type { Matrix3 } from "./blockRoute.js";

/** The largest eigenvalue of a non-negative matrix, by powers; its eigenvector is non-negative. */
export function perronRoot(matrix: Matrix3): number {
  let vector = [1, 1, 1];
  let root = 0;
  for (let i = 0; i < 10_000; i++) {
    const next = matrix.map((row) => row.reduce((sum, x, b) => sum + x * vector[b]!, 0));
    const size = Math.max(...next.map(Math.abs));
    if (!(size > 0) || !Number.isFinite(size)) return size;
    vector = next.map((x) => x / size);
    if (Math.abs(size - root) <= 1e-15 * size) return size;
    root = size;
  }
  return root;
}
