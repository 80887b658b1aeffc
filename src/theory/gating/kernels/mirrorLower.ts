/** Entries above the diagonal of a size x size matrix, row after row, become those below it. */
export function mirrorLower(values: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) values[j * size + i] = values[i * size + j];
}
