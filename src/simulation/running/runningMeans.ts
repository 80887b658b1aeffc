/**
 * Means and standard errors of several numbers at once, one set of them after the other, in memory that does not grow:
 *
 *   mean_n = mean_{n-1} + (x_n - mean_{n-1})/n,   M_n = M_{n-1} + (x_n - mean_{n-1})(x_n - mean_n) = sum (x - mean)^2.
 *
 * Source: B. P. Welford, Technometrics 4 (1962) 419-420. Ours: nothing.
 */
import { type ConfidenceOptions, type Measured, measured } from "../statistics/mean.js";

/** Plain data, which travels between threads. Not frozen: `addNumbers` changes it. */
export interface RunningMeans {
  count: number;
  readonly mean: Float64Array;
  /** sum (x - mean)^2. */
  readonly squares: Float64Array;
}

export const emptyMeans = (size: number): RunningMeans => ({
  count: 0,
  mean: new Float64Array(size),
  squares: new Float64Array(size),
});

/** A number that is not finite leaves its place without a mean for good. */
export function addNumbers(means: RunningMeans, values: ArrayLike<number>): void {
  means.count += 1;
  const { count, mean, squares } = means;
  for (let k = 0; k < mean.length; k++) {
    const before = values[k]! - mean[k]!;
    mean[k]! += before / count;
    squares[k]! += before * (values[k]! - mean[k]!);
  }
}

/** `meanOf` the numbers at place k; null without any, and where one was not finite. */
export function meanAt({ count, mean, squares }: RunningMeans, k: number, options: ConfidenceOptions): Measured | null {
  if (count === 0 || !Number.isFinite(mean[k]!)) return null;
  const standardError = count < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(squares[k]! / (count - 1) / count);
  return measured(mean[k]!, standardError, count, count - 1, options.confidence ?? 0.95);
}
