import { type Estimate, exactly } from "../../numeric/estimate.js";

/** A rate that may be 1, known to this or better, is one of more than a thousand layers; known worse, it says nothing. */
const KNOWN = 1e-3;

/**
 * 1/ln(rate), layers: after so many, the squared gradient has grown by e. Negative where gradients shrink, 0 for an infinite rate and a
 * rate of 0. Infinity where the rate is 1 within a small error: no depth is known to be too large. Unknown (error Infinity) where the rate is,
 * or may be 1 within a large one.
 */
export function depthScaleOf(rate: Estimate): Estimate {
  const { value, error, method, evals } = rate;
  if (error === Infinity) return { ...rate, value: 0 };
  if (value === Infinity) return { ...exactly(0, method), evals };
  if (Math.abs(value - 1) <= error) {
    return error > KNOWN
      ? { ...rate, value: 0, error: Infinity }
      : { ...rate, value: Infinity, error: error && Infinity };
  }
  if (value <= 0) return { ...exactly(0, method), evals };
  const log = Math.log(value);
  return { ...rate, value: 1 / log, error: error / (value * log * log) };
}
