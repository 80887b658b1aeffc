/** Small complex matrices for checks: through real matrices of twice the size. */
import { Matrix, inverse as realInverse } from "ml-matrix";

export type Rows = readonly (readonly number[])[];

export interface ComplexRows {
  readonly re: Rows;
  readonly im: Rows;
}

export type Complex = readonly [re: number, im: number];

const zip = (a: Rows, b: Rows, of: (x: number, y: number, i: number, j: number) => number): number[][] =>
  a.map((row, i) => row.map((x, j) => of(x, b[i]![j]!, i, j)));

/** a A + b B. */
export const combination = (a: number, A: ComplexRows, b: number, B: ComplexRows): ComplexRows => ({
  re: zip(A.re, B.re, (x, y) => a * x + b * y),
  im: zip(A.im, B.im, (x, y) => a * x + b * y),
});

/** A + z I. */
export const shifted = (A: ComplexRows, [x, y]: Complex): ComplexRows => ({
  re: A.re.map((row, i) => row.map((entry, j) => entry + (i === j ? x : 0))),
  im: A.im.map((row, i) => row.map((entry, j) => entry + (i === j ? y : 0))),
});

export const realRows = (re: Rows): ComplexRows => ({ re, im: re.map((row) => row.map(() => 0)) });

/** [[X, -Y], [Y, X]] of X + i Y. */
export const doubled = ({ re, im }: ComplexRows): Matrix =>
  new Matrix([
    ...re.map((row, i) => [...row, ...im[i]!.map((entry) => -entry)]),
    ...im.map((row, i) => [...row, ...re[i]!]),
  ]);

const halved = (double: Matrix): ComplexRows => {
  const n = double.rows / 2;
  const rows = double.to2DArray();
  return { re: rows.slice(0, n).map((row) => row.slice(0, n)), im: rows.slice(n).map((row) => row.slice(0, n)) };
};

export const inverse = (A: ComplexRows): ComplexRows => halved(realInverse(doubled(A)));
export const product = (A: ComplexRows, B: ComplexRows): ComplexRows => halved(doubled(A).mmul(doubled(B)));

/** tr A/n. */
export function normalisedTrace({ re, im }: ComplexRows): Complex {
  const n = re.length;
  const sum = (rows: Rows) => rows.reduce((total, row, i) => total + row[i]!, 0) / n;
  return [sum(re), sum(im)];
}

/** Real parts, then imaginary ones. */
export const listed = ({ re, im }: ComplexRows): readonly number[] => [...re.flat(), ...im.flat()];
