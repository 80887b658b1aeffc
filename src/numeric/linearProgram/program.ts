/** coefficients . x, between atLeast and atMost, or equal to `equal`. */
export interface LinearConstraint {
  readonly coefficients: readonly number[];
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly equal?: number;
}

export interface LinearProgram {
  readonly maximise: readonly number[];
  readonly constraints: readonly LinearConstraint[];
  /** One a variable; ends may be infinite. Without bounds every variable is free. */
  readonly bounds?: readonly { readonly min: number; readonly max: number }[];
}
