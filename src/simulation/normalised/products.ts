/** Products of row-major matrices, over rows that lie together in memory. */

/** C = A B^T: A rows x inner, B columns x inner. */
export function timesTransposed(a: Float64Array, b: Float64Array, inner: number): Float64Array {
  const [rows, columns] = [a.length / inner, b.length / inner];
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const left = i * inner;
    for (let j = 0; j < columns; j++) {
      const right = j * inner;
      let [even, odd] = [0, 0];
      let k = 0;
      for (; k + 1 < inner; k += 2) {
        even += a[left + k]! * b[right + k]!;
        odd += a[left + k + 1]! * b[right + k + 1]!;
      }
      if (k < inner) even += a[left + k]! * b[right + k]!;
      out[i * columns + j] = even + odd;
    }
  }
  return out;
}

/** C = A B: A rows x inner, B inner x columns. */
export function times(a: Float64Array, b: Float64Array, inner: number): Float64Array {
  const [rows, columns] = [a.length / inner, b.length / inner];
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) addRows(out, i * columns, a, i * inner, 1, b, inner, columns);
  return out;
}

/** C = A^T B: A inner x rows, B inner x columns. */
export function transposedTimes(a: Float64Array, b: Float64Array, inner: number): Float64Array {
  const [rows, columns] = [a.length / inner, b.length / inner];
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) addRows(out, i * columns, a, i, rows, b, inner, columns);
  return out;
}

/** out[at ..] += sum_k a[from + k stride] (row k of b). */
function addRows(
  out: Float64Array,
  at: number,
  a: Float64Array,
  from: number,
  stride: number,
  b: Float64Array,
  inner: number,
  columns: number,
): void {
  for (let k = 0; k < inner; k++) {
    const factor = a[from + k * stride]!;
    // half of the activations are 0
    if (factor === 0) continue;
    const row = k * columns;
    for (let j = 0; j < columns; j++) out[at + j]! += factor * b[row + j]!;
  }
}
