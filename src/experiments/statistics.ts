import { type Measured, meanOf } from "../simulation/statistics/mean.js";

export const mean = (values: readonly number[]): number => meanOf(values).value;

/** Mean and standard error; null for no values. */
export const measure = (values: readonly number[]): Measured | null => (values.length === 0 ? null : meanOf(values));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** `digits` significant digits: results are stored as text. */
export const rounded = (value: number, digits = 5): number => Number(value.toPrecision(digits));

/** A standard error as a table shows it; none for one value. */
export const errorCell = ({ standardError }: Measured): number | null =>
  // rounding of equal values is no error
  !Number.isFinite(standardError) ? null : standardError < 1e-12 ? 0 : rounded(standardError, 2);

/** Two standard errors, 0 where one value cannot tell. */
export const reach = ({ standardError }: Measured): number => (Number.isFinite(standardError) ? 2 * standardError : 0);
