import { domainError } from "../../../numeric/domain.js";
import { centre } from "./centre.js";

export interface Standardised {
  readonly mean: number;
  /** Square root of sum_i p_i (f_i - mu)^2. */
  readonly sigma: number;
  /** What batch norm divides by: s, s^2 = sigma^2 + extra. */
  readonly scale: number;
  /** (f - mu)/s: the printed f~ where extra = 0. */
  readonly standardised: readonly number[];
  /** (f - mu)/sigma, of norm 1 under sum_i p_i; zeros for a constant f. */
  readonly direction: readonly number[];
  /** extra/s^2, the share of a gradient along f that is let through: 0 for extra = 0, 1 for a constant f. */
  readonly passed: number;
}

/**
 * Batch norm's statistics under the weights p, with a variance `extra` that does not move with f: epsilon, and on a ladder the variance within events.
 * Relative accuracy a few 2^-53 even for large means; see `centre`.
 *
 * @throws TheoryError for s = 0 and for an s whose inverse is not a double.
 */
export function standardise(f: readonly number[], probabilities: readonly number[], extra: number): Standardised {
  const { mean, scaled, exponent, square } = centre(f, probabilities);
  const root = Math.sqrt(square);
  const sigma = root * 2 ** exponent;
  const scale = Math.hypot(sigma, Math.sqrt(extra));
  if (scale === 0) {
    throw domainError(
      "f",
      `the constant ${f.find((_, i) => probabilities[i]! > 0)}`,
      "activations with sigma > 0, or a positive epsilon",
      "Batch norm divides 0 by 0 there: pass epsilon > 0, or leave the node out.",
    );
  }
  if (!Number.isFinite(1 / scale) || !Number.isFinite(scale)) {
    throw domainError("sigma", scale, "a number whose inverse is finite", "Scale the activations.");
  }
  // (f - mu)/s: numerator and denominator share the power of two
  const divisor = scale / 2 ** exponent;
  return {
    mean,
    sigma,
    scale,
    standardised: scaled.map((value) => value / divisor),
    direction: root === 0 ? scaled.map(() => 0) : scaled.map((value) => value / root),
    passed: (Math.sqrt(extra) / scale) ** 2,
  };
}
