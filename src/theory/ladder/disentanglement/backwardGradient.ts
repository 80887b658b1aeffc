import {
  applyTo,
  largestDifference,
  type Matrix,
  multiply,
  transpose,
} from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, fromZero, optionsOf, record } from "../../../numeric/shape.js";
import { vectors, weightedChildShape } from "../shapes.js";
import type { WeightedChild } from "./disentangledForward.js";
import { disentangledGradient, gradientOf } from "./disentangledGradient.js";
import { assertBlocks, checkedChild } from "./factorisedTable.js";
import { kronecker, kroneckerVector } from "./kronecker.js";
import { assertGradient, type GradientFactors } from "./separableUpdate.js";
import { runsOf, separable } from "./separableWeights.js";
import { digitsOf } from "./tensorIndex.js";

export interface BackwardGradient {
  /** G~_raw = P^T G~_alpha W^T by matrices, eq. (98): one row a combination of beta's events, one column a node of beta. */
  readonly gradient: Matrix;
  /** The largest difference to eq. (101), by factors: rounding. */
  readonly routeDifference: number;
  /** p_beta[S_i] = P_i^T p_i, the joint law of the factors in S_i (eq. (102)): no product in general. */
  readonly joint: readonly Vector[];
  /** P(beta[k]) of each factor of beta alone. */
  readonly marginals: readonly Vector[];
  /** How far the gradient is from Definition 4 with these marginals: above 0 as soon as some |S_i| > 1, but for special tables. */
  readonly residual: number;
  readonly disentangled: boolean;
  /** Of each column: how far it is from any tensor of rank 1. */
  readonly rankOneResiduals: readonly number[];
}

/**
 * What a disentangled gradient becomes one layer below: each column is P_i^T g~_i w_ik x (p_beta[S_j], j != i), where P_i^T g~_i and p_beta[S_i] are tensors over the
 * factors in S_i that have no reason to be products. Sec. 7.7.1 of the ladder paper, eqs. (98) to (102), where the text cites (102) for (101).
 *
 * Domain, size and errors as `disentangledForward`; the gate D_beta is not applied.
 */
export function backwardGradient(
  child: WeightedChild,
  factors: GradientFactors,
  options: { readonly tolerance?: number } = {},
): BackwardGradient {
  assertShapes(
    {
      child: weightedChildShape,
      factors: record({ marginals: vectors, gradients: vectors }),
      options: optionsOf({ tolerance: fromZero }),
    },
    { child, factors, options },
  );
  const checked = checkedChild(child);
  assertBlocks("weights", child.weights, child.sizes);
  assertGradient(checked, factors);
  const upward = multiply(transpose(kronecker(child.tables)), gradientOf(factors.gradients, factors.marginals));
  const gradient = multiply(upward, transpose(separable(child.weights)));
  const joint = child.tables.map((table, i) => applyTo(transpose(table), factors.marginals[i]!));
  const byFactors = child.tables.flatMap((table, i) => {
    const along = applyTo(transpose(table), factors.gradients[i]!);
    return child.weights[i]!.map((w) =>
      kroneckerVector(joint.map((p, j) => (i === j ? along.map((value) => value * w) : p))),
    );
  });
  const marginals = runsOf(child.sizes).flatMap(({ from, to }, i) =>
    marginalsOf(
      joint[i]!,
      child.activations.slice(from, to).map((f) => f.length),
    ),
  );
  const found = disentangledGradient(gradient, marginals, options);
  return {
    gradient,
    routeDifference: largestDifference(transpose(gradient), byFactors),
    joint,
    marginals,
    residual: found.residual,
    disentangled: found.disentangled,
    rankOneResiduals: found.rankOneResiduals,
  };
}

/** The laws of the single factors of a joint law over factors of these sizes. */
export function marginalsOf(joint: Vector, sizes: readonly number[]): Vector[] {
  const digits = digitsOf(sizes);
  return sizes.map((size, k) => {
    const sums = new Array<number>(size).fill(0);
    for (const [index, value] of joint.entries()) sums[digits[index]![k]!]! += value;
    return sums;
  });
}
