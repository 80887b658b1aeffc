import { applyTo, type Matrix, multiply, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, fromZero, optionsOf, record } from "../../../numeric/shape.js";
import { childShape, vectors } from "../shapes.js";
import { activationOf } from "./disentangledActivation.js";
import { gradientOf } from "./disentangledGradient.js";
import { assertFactors, type CheckedChild, checkedChild, type FactorisedChild } from "./factorisedTable.js";
import { kronecker } from "./kronecker.js";
import { type SeparableWeights, separableWeights } from "./separableWeights.js";

export interface GradientFactors {
  /** p_i = P(alpha[i]) of each factor of alpha; they sum to 1. */
  readonly marginals: readonly Vector[];
  /** g~_i of each node: G~_:i = p_1 x .. g~_i .. x p_n. Centred when each sums to 0. */
  readonly gradients: readonly Vector[];
}

export interface SeparableUpdate extends SeparableWeights {
  /** The update (P F_beta)^T G~_alpha by matrices, n_beta x n_alpha. */
  readonly dW: Matrix;
  /** The same by factors, eq. (95): (P_i F_i)^T g~_i in block i, (P_i F_i)^T p_i 1^T g~_j in row block i of another column j. */
  readonly byFactors: Matrix;
  /** 1^T g~_i of each node: the update is separable when all are 0. */
  readonly sums: Vector;
}

/**
 * The update of weights from a factorised child: separable with respect to {S_i} when the gradient is centred, 1^T G~ = 0 (Theorem 9 of the ladder paper, eqs.
 * (93) to (97)); otherwise the entries off the blocks are E[f_k] times the gradient's sum.
 *
 * Domain and size as `disentangledForward`. Accuracy: rounding. @throws TheoryError "domain", also for marginals that do not sum to 1.
 */
export function separableUpdate(
  child: FactorisedChild,
  factors: GradientFactors,
  options: { readonly tolerance?: number } = {},
): SeparableUpdate {
  assertShapes(
    {
      child: childShape,
      factors: record({ marginals: vectors, gradients: vectors }),
      options: optionsOf({ tolerance: fromZero }),
    },
    { child, factors, options },
  );
  const checked = checkedChild(child);
  assertGradient(checked, factors);
  const { marginals, gradients } = factors;
  const features = multiply(kronecker(checked.tables), activationOf(checked.activations));
  const dW = multiply(transpose(features), gradientOf(gradients, marginals));
  const sums = gradients.map((g) => g.reduce((sum, value) => sum + value, 0));
  const byFactors = checked.expected.flatMap((rows, i) => {
    const columns = transpose(rows);
    const along = applyTo(columns, gradients[i]!);
    const means = applyTo(columns, marginals[i]!);
    return columns.map((_, k) => gradients.map((__, j) => (i === j ? along[k]! : means[k]! * sums[j]!)));
  });
  return { dW, byFactors, sums, ...separableWeights(dW, child.sizes, options) };
}

/** Throws TheoryError unless there are probabilities and a gradient for each factor of alpha. */
export function assertGradient({ tables }: CheckedChild, { marginals, gradients }: GradientFactors): void {
  assertFactors("marginals", marginals, tables);
  for (const [i, p] of marginals.entries()) assertProbabilities(`marginals[${i}]`, p);
  assertFactors("gradients", gradients, tables);
}
