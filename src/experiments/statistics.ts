import { type Measured, meanOf, measured } from "../simulation/statistics/mean.js";

export const mean = (values: readonly number[]): number => meanOf(values).value;

/** Mean and standard error; null for no values. */
export const measure = (values: readonly number[]): Measured | null => (values.length === 0 ? null : meanOf(values));

/**
 * The mean m = S/N of all values of all seeds; the standard error takes the seeds, not the values, as independent:
 * s.e.^2 = G/(G-1) sum_g (S_g - m n_g)^2 / N^2 over the G seeds with n_g values of sum S_g. null for no values; an infinite error where one seed
 * alone has values.
 */
export function pooledMean(seeds: readonly (readonly number[])[]): Measured | null {
  const count = seeds.reduce((sum, values) => sum + values.length, 0);
  if (count === 0) return null;
  const value = mean(seeds.flat());
  const groups = seeds.length;
  const tells = seeds.filter((values) => values.length > 0).length > 1;
  const spread = seeds.reduce(
    (sum, values) => sum + (values.reduce((total, each) => total + each, 0) - value * values.length) ** 2,
    0,
  );
  const error = tells ? Math.sqrt((groups / (groups - 1)) * spread) / count : Number.POSITIVE_INFINITY;
  return measured(value, error, count, groups - 1, 0.95);
}

/** `digits` significant digits: results are stored as text. */
export const rounded = (value: number, digits = 5): number => Number(value.toPrecision(digits));

/** A mean and its standard error as a table shows them, three and two digits; nothing for no values. */
export const meanCells = (value: Measured | null): readonly [number | null, number | null] =>
  value === null ? [null, null] : [rounded(value.value, 3), errorCell(value)];

/** "0.25 ± 0.02", without an error where there is none. */
export function withError(value: Measured): string {
  const error = errorCell(value);
  return `${rounded(value.value, 3)}${error === null ? "" : ` ± ${error}`}`;
}

/** In titles of tables with such columns. */
export const SEED_ERRORS = "± s.e.: standard error over the seeds";

/** A standard error as a table shows it; none for one value. */
export const errorCell = ({ standardError }: Measured): number | null =>
  // rounding of equal values is no error
  !Number.isFinite(standardError) ? null : standardError < 1e-12 ? 0 : rounded(standardError, 2);

/** Two standard errors, 0 where one value cannot tell. */
export const reach = ({ standardError }: Measured): number => (Number.isFinite(standardError) ? 2 * standardError : 0);
