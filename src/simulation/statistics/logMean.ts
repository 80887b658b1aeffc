import { domainError } from "../../numeric/domain.js";
import { compensatedSum } from "../../numeric/sum.js";
import { type ConfidenceOptions, type Measured, measured } from "./mean.js";

export interface MeasuredLogMean extends Measured {
  /**
   * (sum w)^2 / sum w^2 of the weights w = exp(x): how many samples the mean rests on. Where it is a handful, most of
   * the mean comes from networks that this run did not draw, and neither the value nor its error can be trusted.
   */
  readonly effectiveSamples: number;
}

/**
 * ln of the mean of exp(x_i), with the jackknife's standard error: theta_i = ln mean of exp(x_j) over j != i,
 * variance (n-1)/n sum (theta_i - mean theta)^2. Student's interval with effectiveSamples - 1 degrees of freedom.
 * x may be -Infinity; the largest is taken out, so that nothing overflows.
 * Source: B. Efron, Ann. Statist. 7 (1979) 1-26 (jackknife); L. Kish (1965), effective sample size. Ours: the degrees
 * of freedom.
 *
 * @throws TheoryError "domain" for an empty list, or where every x is -Infinity.
 */
export function logMeanOf(values: ArrayLike<number>, { confidence = 0.95 }: ConfidenceOptions = {}): MeasuredLogMean {
  const samples = values.length;
  if (samples === 0) throw domainError("samples", 0, "at least one sample", "Simulate some networks.");
  const largest = Array.from(values).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(largest)) {
    throw domainError(
      "samples",
      largest,
      "logarithms, not all of them of 0",
      "The quantity vanishes in every network.",
    );
  }
  const weights = Array.from(values, (x) => Math.exp(x - largest));
  const total = compensatedSum(weights);
  const value = largest + Math.log(total / samples);
  const effectiveSamples = total ** 2 / compensatedSum(weights.map((w) => w * w));
  const standardError = samples < 2 ? Number.POSITIVE_INFINITY : jackknifeError(weights, total);
  return Object.freeze({
    ...measured(value, standardError, samples, Math.max(1, effectiveSamples - 1), confidence),
    effectiveSamples,
  });
}

function jackknifeError(weights: readonly number[], total: number): number {
  const count = weights.length;
  const others = (w: number, i: number) =>
    // what a dominant sample leaves is summed, not subtracted
    2 * w > total ? compensatedSum(weights.filter((_, j) => j !== i)) : total - w;
  const logs = weights.map((w, i) => Math.log(others(w, i)));
  const mean = compensatedSum(logs) / count;
  if (!Number.isFinite(mean)) return Number.POSITIVE_INFINITY;
  return Math.sqrt(((count - 1) / count) * compensatedSum(logs.map((log) => (log - mean) ** 2)));
}
