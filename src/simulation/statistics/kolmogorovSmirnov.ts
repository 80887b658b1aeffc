/**
 * Two samples, one distribution? D = sup |F_a - F_b|, and P(a larger D | same continuous distribution) from
 * Kolmogorov's limit law at
 *
 *   lambda = (sqrt m + 0.12 + 0.11/sqrt m) D,   m = n_a n_b/(n_a + n_b),
 *   Q(lambda) = 2 sum_{k>=1} (-1)^{k-1} exp(-2 k^2 lambda^2)
 *             = 1 - sqrt(2 pi)/lambda sum_{k>=1} exp(-(2k-1)^2 pi^2/(8 lambda^2)).
 *
 * Source: M. A. Stephens, J. Roy. Statist. Soc. B 32 (1970) 115-122, for the finite-sample argument. Ties make the test
 * conservative.
 */
import { domainError } from "../../numeric/domain.js";

export interface TwoSampleTest {
  /** D, in [0, 1]. */
  readonly statistic: number;
  readonly pValue: number;
}

/** @throws TheoryError "domain" for an empty sample or NaN. */
export function kolmogorovSmirnov(first: ArrayLike<number>, second: ArrayLike<number>): TwoSampleTest {
  const a = sorted("first", first);
  const b = sorted("second", second);
  let statistic = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= x) i++;
    while (j < b.length && b[j]! <= x) j++;
    statistic = Math.max(statistic, Math.abs(i / a.length - j / b.length));
  }
  const root = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { statistic, pValue: kolmogorovTail((root + 0.12 + 0.11 / root) * statistic) };
}

/** Q(lambda), in [0, 1]: the sum that converges faster. */
export function kolmogorovTail(lambda: number): number {
  if (lambda < 0.2) return 1;
  let sum = 0;
  if (lambda < 1.2) {
    for (let k = 1; k <= 4; k++) sum += Math.exp(-(((2 * k - 1) * Math.PI) ** 2) / (8 * lambda * lambda));
    return Math.min(1, 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum);
  }
  for (let k = 5; k >= 1; k--) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * lambda) ** 2);
  return sum;
}

function sorted(parameter: string, values: ArrayLike<number>): Float64Array {
  const copy = Float64Array.from(values).sort();
  if (copy.length === 0 || copy.some(Number.isNaN)) {
    throw domainError(parameter, values.length, "a list of numbers, not empty", "Give at least one number.");
  }
  return copy;
}
