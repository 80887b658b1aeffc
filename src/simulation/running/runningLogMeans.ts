/**
 * ln of the means of exp(x) of several numbers at once, one set of them after the other, in memory that does not grow. The
 * weights w = exp(x - largest so far) have running means; where a larger x comes they are scaled down, so that nothing overflows.
 */
import type { MeasuredLogMean } from "../statistics/logMean.js";
import { type ConfidenceOptions, measured } from "../statistics/mean.js";
import { addNumbers, emptyMeans, type RunningMeans } from "./runningMeans.js";

export interface RunningLogMeans {
  readonly largest: Float64Array;
  /** Of exp(x - largest). */
  readonly weights: RunningMeans;
}

export const emptyLogMeans = (size: number): RunningLogMeans => ({
  largest: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
  weights: emptyMeans(size),
});

export function addLogarithms({ largest, weights }: RunningLogMeans, values: ArrayLike<number>): void {
  const own = new Float64Array(largest.length);
  for (let k = 0; k < own.length; k++) {
    const x = values[k]!;
    if (x > largest[k]!) {
      const scale = Math.exp(largest[k]! - x);
      weights.mean[k]! *= scale;
      weights.squares[k]! *= scale * scale;
      largest[k] = x;
    }
    own[k] = Math.exp(x - largest[k]!);
  }
  addNumbers(weights, own);
}

/**
 * `logMeanOf` the numbers at place k; null without any, and where one was not finite. The standard error is the delta method's, that
 * of the mean over the mean: the first term of the jackknife's, which needs all numbers; they differ by 1/effectiveSamples, relatively.
 */
export function logMeanAt(
  { largest, weights }: RunningLogMeans,
  k: number,
  { confidence = 0.95 }: ConfidenceOptions,
): MeasuredLogMean | null {
  const { count, mean, squares } = weights;
  if (count === 0 || !Number.isFinite(mean[k]!) || !Number.isFinite(largest[k]!)) return null;
  const average = mean[k]!;
  const spread = squares[k]! / (count * average * average);
  const effectiveSamples = count / (1 + spread);
  const standardError = count < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(spread / (count - 1));
  const value = largest[k]! + Math.log(average);
  return Object.freeze({
    ...measured(value, standardError, count, Math.max(1, effectiveSamples - 1), confidence),
    effectiveSamples,
  });
}
