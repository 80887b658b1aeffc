import { domainError } from "../../numeric/domain.js";
import { compensatedSum } from "../../numeric/sum.js";
import { studentQuantile } from "./studentQuantile.js";

/** A number from samples. */
export interface Measured {
  readonly value: number;
  /** Of the value. Infinity where one sample cannot tell. */
  readonly standardError: number;
  /** The confidence interval. */
  readonly interval: readonly [number, number];
  readonly samples: number;
}

export interface ConfidenceOptions {
  /** Of the intervals, in (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/**
 * Mean, standard error s/sqrt(n) with s^2 = sum (x - mean)^2/(n-1), and Student's interval with n-1 degrees of freedom.
 * Two passes with compensated sums, in the order given: the same list gives the same bits.
 *
 * @throws TheoryError "domain" for an empty list or a number that is not finite.
 */
export function meanOf(values: ArrayLike<number>, { confidence = 0.95 }: ConfidenceOptions = {}): Measured {
  const samples = values.length;
  if (samples === 0) throw domainError("samples", 0, "at least one sample", "Simulate some networks.");
  const value = compensatedSum(values) / samples;
  if (!Number.isFinite(value)) {
    throw domainError("samples", value, "finite numbers", "A gradient that vanishes has no mean logarithm.");
  }
  const standardError = Math.sqrt(varianceOf(values, value) / samples);
  return measured(value, standardError, samples, samples - 1, confidence);
}

/** sum (x - mean)^2/(n-1); Infinity for one number. */
export function varianceOf(values: ArrayLike<number>, mean: number): number {
  if (values.length < 2) return Number.POSITIVE_INFINITY;
  return compensatedSum(Array.from(values, (x) => (x - mean) ** 2)) / (values.length - 1);
}

/** With Student's interval. */
export function measured(
  value: number,
  standardError: number,
  samples: number,
  degrees: number,
  confidence: number,
): Measured {
  if (!(confidence > 0 && confidence < 1)) {
    throw domainError("confidence", confidence, "a number in (0, 1)", "0.95 is usual.");
  }
  // an unknown error stays unknown
  const reach =
    standardError === 0 || standardError === Number.POSITIVE_INFINITY
      ? standardError
      : standardError * studentQuantile(1 - confidence, Math.max(1, degrees));
  return Object.freeze({
    value,
    standardError,
    interval: Object.freeze([value - reach, value + reach] as const),
    samples,
  });
}
