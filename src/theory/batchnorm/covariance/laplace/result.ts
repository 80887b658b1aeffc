export interface LaplaceCovariance {
  /** B x B, row after row, symmetric. */
  readonly values: Float64Array;
  /** Absolute, for every entry. */
  readonly error: number;
  /** Kernel matrices evaluated. */
  readonly evals: number;
}
