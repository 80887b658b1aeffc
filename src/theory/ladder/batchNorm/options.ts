import { domainError } from "../../../numeric/domain.js";

export interface AffineOptions {
  /** Gain of the output, default 1. */
  readonly c1?: number;
  /** Added to the variance, at least 0, default 0. */
  readonly epsilon?: number;
}

/** Throws TheoryError unless both are finite and epsilon is not negative. */
export function checkedOptions({ c1 = 1, epsilon = 0 }: AffineOptions): {
  readonly c1: number;
  readonly epsilon: number;
} {
  if (!Number.isFinite(c1)) throw domainError("c1", c1, "a finite number", "Leave it at 1.");
  if (!(epsilon >= 0 && Number.isFinite(epsilon))) {
    throw domainError(
      "epsilon",
      epsilon,
      "a finite number from 0 up",
      "Leave it at 0, or pass a small positive number.",
    );
  }
  return { c1, epsilon };
}

/** Throws TheoryError for a gain over the scale that is no double. */
export function gain(c1: number, scale: number): number {
  const factor = c1 / scale;
  if (!Number.isFinite(factor))
    throw domainError("c1", c1, `a gain whose quotient by s = ${scale} is finite`, "Scale f.");
  return factor;
}
