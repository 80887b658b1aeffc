import { TheoryError } from "../../errors.js";

/** What an adaptive rule returns: an Estimate without its `method`, which the caller names. */
export interface QuadratureResult {
  readonly value: number;
  /** Absolute; a stated estimate, never below the rounding of the sum. */
  readonly error: number;
  readonly evals: number;
  /** error <= max(absoluteTolerance, relativeTolerance |value|). */
  readonly converged: boolean;
}

export interface Tolerances {
  /** Default 0. */
  readonly absoluteTolerance?: number;
  /** Default 1e-12. */
  readonly relativeTolerance?: number;
}

/** The error of an integrand that is NaN or infinite at `x`. */
export function integrandError(x: number, y: number, remedy: string): TheoryError {
  return new TheoryError(`the integrand is ${y} at x = ${x}. ${remedy}`, {
    code: "undefined-value",
    parameter: "integrand",
    value: x,
    domain: "finite at every interior point that is sampled",
    remedy,
  });
}
