/** What is measured on one network. Layer l = 1 .. L+1 stands at index l-1: H_l, X_l and the gradients at H_l. */
export interface Sample {
  /** Which network of the run: everything here is a pure function of (network, seed, index, backend). */
  readonly index: number;
  /** ln ||dLoss/dH_l||^2 (Frobenius). -Infinity where it vanishes. */
  readonly logGradient: readonly number[];
  /**
   * ln ||dLoss/dW_l||^2, l = 1 .. L. -Infinity where it vanishes, or cannot be told from 0: below 1e-14 of
   * ||D_{l+1}||^2 ||X_l||^2.
   */
  readonly logWeightGradient: readonly number[];
  /** X_l^T X_l / N over all C samples, row after row. */
  readonly covariance?: readonly Float64Array[];
  /**
   * D_l^T D_l divided by its trace, D_l = dLoss/dH_l: the direction of the gradient covariance. Zero where D_l
   * vanishes.
   */
  readonly gradientCovariance?: readonly Float64Array[];
  readonly jacobian?: JacobianEstimate;
}

/**
 * The operator T(Pi) = mean over neurons of J^T Pi J on symmetric matrices of the first batch, J = dX_l/dH_l of a
 * neuron (weightVariance is not in it). <Pi, T Pi>/<Pi, Pi>, one number a layer:
 *
 *   G: Pi = G, the centring matrix.
 *   L: Pi = G diag(d) G with sum d = 0, averaged over all d (the trace of T on the space).
 *   M: Pi = (e1-e2)(e3-e4)^T made symmetric.
 *
 * L is absent (an empty list) for a batch of 2, M for batches of 2 and 3: those spaces are {0}.
 */
export interface JacobianEstimate {
  readonly G: readonly number[];
  readonly L: readonly number[];
  readonly M: readonly number[];
}

/** What a sample holds besides gradient norms: nothing unless asked for, as C x C numbers a layer are many. */
export interface Recording {
  readonly covariance?: boolean;
  readonly gradientCovariance?: boolean;
  readonly jacobian?: boolean;
}
