/** Kernels over points as typed arrays, n x n, row after row. */

/** The rows as users read them. */
export const rowsOf = (values: Float64Array, size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from(values.subarray(i * size, (i + 1) * size)));

/** Entries above the diagonal become those below it. */
export function mirrorLower(values: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) values[j * size + i] = values[i * size + j];
}
