/** A sampled real symmetric matrix, row after row. */
export interface SymmetricMatrix {
  readonly size: number;
  readonly entries: Float64Array;
}

/** Entries on and below the diagonal from `of`, in the order of the rows; those above are their mirror. */
export function symmetricMatrix(size: number, of: (i: number, j: number) => number): SymmetricMatrix {
  const entries = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = of(i, j);
      entries[i * size + j] = value;
      entries[j * size + i] = value;
    }
  }
  return { size, entries };
}
