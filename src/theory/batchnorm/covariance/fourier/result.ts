export interface FourierCovariance {
  /** B x B, row after row, symmetric. */
  readonly values: Float64Array;
  /** E psi(x_i). */
  readonly means: Float64Array;
  /** Absolute, for every entry: an estimate from rules of rising size, and from the differences of what was computed twice. */
  readonly error: number;
  /** Evaluations of psi. */
  readonly evals: number;
}

export interface FourierOptions {
  /** In units of the covariance's scale. */
  readonly epsilon: number;
  /** Relative to the largest entry. */
  readonly tolerance: number;
  /** Evaluations of psi in all: beyond it the error is what it is; where twice as many are needed in any case, the route refuses. */
  readonly maxEvals: number;
}
