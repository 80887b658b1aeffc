/**
 * Numbers for people: only digits that the error leaves standing. A value is rounded to the coarsest decimal place that is
 * at least twice its error, so that what is shown lies within one unit of its last digit.
 */
import type { Estimate } from "../numeric/estimate.js";

/** Significant digits of a table, however small the error is. */
export const SHOWN_DIGITS = 12;

type Uncertain = Pick<Estimate, "value" | "error">;

const exponentOf = (x: number): number => Number(Math.abs(x).toExponential().split("e")[1]);
const plain = (text: string): string => text.replace("e+", "e");

function infinity(x: number): string {
  return x > 0 ? "∞" : "-∞";
}

/** A number that has no error worth showing: a batch size, a parameter, a dimension. */
export function showNumber(x: number, digits = SHOWN_DIGITS): string {
  if (!Number.isFinite(x)) return infinity(x);
  return plain(String(Number(x.toPrecision(digits))));
}

/** The trusted digits, but at least one; "0" where the error is as large as the value, "unknown" where it is infinite. */
export function showValue({ value, error }: Uncertain, digits = SHOWN_DIGITS): string {
  if (!Number.isFinite(value)) return infinity(value);
  if (error === Infinity) return "unknown";
  if (Math.abs(value) <= error) return "0";
  if (error === 0) return showNumber(value, digits);
  const leading = exponentOf(value);
  const trusted = Math.ceil(Math.log10(2 * error));
  const last = Math.min(leading, Math.max(trusted, leading - digits + 1));
  return plain(value.toPrecision(leading - last + 1));
}

/** The error to one digit, rounded up. Where the value is shown as 0, the error of that 0. */
export function showError({ value, error }: Uncertain): string {
  if (error === 0) return "exact";
  if (!Number.isFinite(error)) return infinity(error);
  const { digit, exponent } = oneDigit(Math.abs(value) <= error ? error + Math.abs(value) : error);
  return exponent >= 0 && exponent < 4 ? String(digit * 10 ** exponent) : `${digit}e${exponent}`;
}

/** x as digit * 10^exponent, not below x (but for the rounding of x itself). */
export function oneDigit(x: number): { digit: number; exponent: number } {
  const exponent = exponentOf(x);
  const digit = Math.ceil(Number(x.toExponential(11).split("e")[0]));
  return digit === 10 ? { digit: 1, exponent: exponent + 1 } : { digit, exponent };
}
