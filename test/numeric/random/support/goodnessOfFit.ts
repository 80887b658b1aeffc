import erfc from "@stdlib/math-base-special-erfc";

/** P(Z > x) of a standard Gaussian. */
export const upperTail = (x: number) => 0.5 * erfc(x / Math.SQRT2);

/** sqrt(n) sup |empirical - cdf| for a cdf; Kolmogorov's law: above 2.23 with probability 1e-4, 1.95 with 1e-3. */
export function kolmogorovSmirnov(sample: Float64Array, cdf: (x: number) => number): number {
  const sorted = sample.slice().sort();
  let distance = 0;
  for (const [i, x] of sorted.entries()) {
    const expected = cdf(x);
    distance = Math.max(distance, expected - i / sorted.length, (i + 1) / sorted.length - expected);
  }
  return Math.sqrt(sorted.length) * distance;
}

/** The standard score of a chi-square of observed counts against expected ones (Wilson, Hilferty): N(0, 1) in the limit. */
export function chiSquareScore(counts: ArrayLike<number>, expected: ArrayLike<number>, degrees: number): number {
  let chiSquare = 0;
  for (let i = 0; i < counts.length; i++) chiSquare += (counts[i]! - expected[i]!) ** 2 / expected[i]!;
  const variance = 2 / (9 * degrees);
  return (Math.cbrt(chiSquare / degrees) - (1 - variance)) / Math.sqrt(variance);
}

/** The standard score of `count` hits in `n` trials of probability p. */
export const binomialScore = (count: number, n: number, p: number) => (count - n * p) / Math.sqrt(n * p * (1 - p));
