/** What is measured on one network. Layer l = 1 .. L+1 stands at index l-1: H_l, X_l and the gradients at H_l. */
export interface Sample {
  /** Which network of the run: everything here is a pure function of (network, seed, index, backend). */
  readonly index: number;
  /**
   * ln ||dLoss/dH_l||^2 (Frobenius). -Infinity where it vanishes, or cannot be told from 0: where ||dLoss/dH_l|| is
   * below 1e-12 (in float32 4e-6) of the terms that cancel in it, more where a batch is close to one point.
   */
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
  /**
   * The layer l at which X_l of some batch became one point (zero, where batch norm does not centre), so that batch
   * norm of H_{l+1} is 0/0: a property of this network. Then all norms are -Infinity, and nothing else is held.
   */
  readonly collapsed?: number;
  /** Likewise: the layer at which the activations, or the gradients, of this network overflow. */
  readonly overflowed?: number;
}

/**
 * The operator T(Pi) = mean over neurons and batches of J^T Pi J on symmetric B x B matrices, J = dX_l/dH_l of a neuron
 * over a batch (weightVariance is not in it). Its trace on a space divided by the dimension, <Pi, T Pi>/<Pi, Pi>
 * averaged over all Pi there; one number a layer:
 *
 *   G: multiples of the centring matrix G, dimension 1.
 *   L: G diag(d) G with sum d = 0, dimension B-1.
 *   M: zero row sums and a zero diagonal, dimension B(B-3)/2.
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
