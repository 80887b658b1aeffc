/**
 * A number with its error. `error` bounds |value - truth| absolutely, by a proof or by a stated estimate (the
 * route's documentation says which); it is never omitted.
 */
export interface Estimate {
  /** May be `Infinity` where the quantity diverges; never NaN. */
  readonly value: number;
  /** Absolute. 0 only where the value is exact. */
  readonly error: number;
  /** The route that made the number. */
  readonly method: string;
  /** How many times the activation (or the integrand) was evaluated. */
  readonly evals: number;
  /** False when `error` exceeds the tolerance that was asked for. */
  readonly converged: boolean;
}

/** Relative rounding of one double operation, 2^-53. */
export const UNIT_ROUNDOFF = 2 ** -53;

/** An estimate that is exact: a definition, a degenerate case, a proved limit. */
export function exactly(value: number, method: string): Estimate {
  return { value, error: 0, method, evals: 0, converged: true };
}
