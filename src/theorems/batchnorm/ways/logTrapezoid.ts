/**
 * int_0^oo f(s) ds with s = e^r by the trapezoid rule in r: for f that falls like s^low (low > -1) at 0 and s^-high (high > 1) at
 * infinity, with its scales between `least` and `most`. Exponential convergence; nothing adaptive.
 */
export interface LogRange {
  /** f ~ s^low at 0. */
  readonly low: number;
  /** f ~ s^-high at infinity. */
  readonly high: number;
  readonly least: number;
  readonly most: number;
}

const DIGITS = 37;

export function logTrapezoid(
  f: (s: number) => number | readonly number[],
  { low, high, least, most }: LogRange,
  step = 0.25,
): number[] {
  const from = Math.log(least) - DIGITS / (low + 1);
  const to = Math.log(most) + DIGITS / (high - 1);
  const sums: number[] = [];
  for (let r = from; r <= to; r += step) {
    const s = Math.exp(r);
    const values = f(s);
    (typeof values === "number" ? [values] : values).forEach((value, i) => {
      sums[i] = (sums[i] ?? 0) + value * s * step;
    });
  }
  return sums;
}
