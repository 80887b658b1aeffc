/** Lists and matrices in the address: "1,0.2;0.2,0.5". */
import { type Field, FieldError } from "../../address/field.js";

interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Numbers of a list, or rows of a matrix. */
  readonly most: number;
}

const MAX_TEXT = 1000;

function numbersOf(text: string, { min, max, most }: Bounds): number[] | null {
  const values = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return values.length <= most && values.every((value) => value >= min && value <= max) ? values : null;
}

export const listField = (usual: readonly number[], bounds: Bounds): Field<readonly number[]> => ({
  usual,
  read(values) {
    const text = values[0] ?? "";
    const read = text.length > MAX_TEXT ? null : numbersOf(text, bounds);
    if (read !== null) return read;
    throw new FieldError(`1 to ${bounds.most} numbers from ${bounds.min} to ${bounds.max} with commas between`);
  },
  write: (value) => [value.join(",")],
});

type Rows = readonly (readonly number[])[];

const isSymmetric = (rows: Rows): boolean => rows.every((row, i) => row.every((value, j) => value === rows[j]?.[i]));

/** A square symmetric matrix. */
export const matrixField = (usual: Rows, bounds: Bounds): Field<Rows> => ({
  usual,
  read(values) {
    const text = values[0] ?? "";
    const rows = text.length > MAX_TEXT ? [null] : text.split(";").map((row) => numbersOf(row, bounds));
    const square = rows.length <= bounds.most && rows.every((row) => row !== null && row.length === rows.length);
    if (square && isSymmetric(rows as Rows)) return rows as Rows;
    const what = `a symmetric matrix of 1 to ${bounds.most} rows of numbers from ${bounds.min} to ${bounds.max}`;
    throw new FieldError(`${what}, as 1,0;0,1`);
  },
  write: (value) => [value.map((row) => row.join(",")).join(";")],
});
