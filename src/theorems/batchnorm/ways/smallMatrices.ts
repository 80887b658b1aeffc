/** Matrices of a few rows as arrays, written out: what the definitions say and nothing else. */
export type Rows = readonly (readonly number[])[];

export const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * y[i]!, 0);

export const multiply = (A: Rows, B: Rows): number[][] =>
  A.map((row) => B[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * B[k]![j]!, 0)));

/** T X T^T of 3 x 3 matrices given row by row, or T^T X T. */
export function sandwich(T: readonly number[], X: readonly number[], transposed: boolean): number[] {
  const at = (i: number, j: number) => (transposed ? T[3 * j + i]! : T[3 * i + j]!);
  return Array.from({ length: 9 }, (_, place) => {
    const [i, j] = [Math.floor(place / 3), place % 3];
    let sum = 0;
    for (let k = 0; k < 3; k++) for (let l = 0; l < 3; l++) sum += at(i, k) * X[3 * k + l]! * at(j, l);
    return sum;
  });
}

/** The mean of T (x) T over equally likely 3 x 3 matrices: 9 x 9, acting on the entries row by row. */
export const kroneckerMean = (all: readonly (readonly number[])[]): number[][] =>
  Array.from({ length: 9 }, (_, row) =>
    Array.from({ length: 9 }, (_, column) => {
      const [i, j, k, l] = [Math.floor(row / 3), row % 3, Math.floor(column / 3), column % 3];
      return all.reduce((sum, T) => sum + T[3 * i + k]! * T[3 * j + l]!, 0) / all.length;
    }),
  );

/** Entry by entry. */
export const meanOf = (all: readonly (readonly number[])[]): number[] =>
  all[0]!.map((_, i) => all.reduce((sum, each) => sum + each[i]!, 0) / all.length);

/** G X G. */
export function centre(X: Rows): number[][] {
  const size = X.length;
  const rows = X.map((row) => row.reduce((sum, value) => sum + value, 0) / size);
  const columns = X.map((_, j) => X.reduce((sum, row) => sum + row[j]!, 0) / size);
  const mean = rows.reduce((sum, value) => sum + value, 0) / size;
  return X.map((row, i) => row.map((value, j) => value - rows[i]! - columns[j]! + mean));
}
