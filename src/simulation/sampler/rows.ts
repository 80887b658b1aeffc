// Matrices as lists of rows, for the naive sampler: readable loops over plain arrays.

export type Rows = readonly (readonly number[])[];

/** Drawn row after row. */
export function table(rows: number, columns: number, entry: () => number): number[][] {
  const drawn: number[][] = [];
  for (let i = 0; i < rows; i++) {
    const row: number[] = [];
    for (let j = 0; j < columns; j++) row.push(entry());
    drawn.push(row);
  }
  return drawn;
}

export const transpose = (a: Rows): Rows => a[0]!.map((_, j) => a.map((row) => row[j]!));

export function times(a: Rows, b: Rows): Rows {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

export const plus = (a: Rows, b: Rows): Rows => a.map((row, i) => row.map((value, j) => value + b[i]![j]!));

export const over = (a: Rows, divisor: number): Rows => a.map((row) => row.map((value) => value / divisor));

/** ||A||^2. */
export const squareOf = (a: Rows) => a.reduce((sum, row) => sum + dot(row, row), 0);

/** A^T A / divisor, row after row; zero for a zero divisor. */
export const gramOf = (a: Rows, divisor: number) =>
  Float64Array.from(over(times(transpose(a), a), divisor || 1).flat());

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
