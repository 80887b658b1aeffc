import { domainError } from "../../../numeric/domain.js";
import { add, applyTo, largestDifference, type Matrix, multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, list } from "../../../numeric/shape.js";
import { weightedChildShape } from "../shapes.js";
import { activationOf, disentangledActivation } from "./disentangledActivation.js";
import { assertBlocks, checkedChild, type FactorisedChild } from "./factorisedTable.js";
import { kronecker } from "./kronecker.js";
import { separable } from "./separableWeights.js";

export interface WeightedChild extends FactorisedChild {
  /** W_beta_alpha[S_i, i], |S_i| numbers for each node i of alpha. */
  readonly weights: readonly Vector[];
}

export interface DisentangledForward {
  /** F_raw = sum_beta P F_beta W_beta, by matrices: one row a combination of alpha's events, one column a node. */
  readonly raw: Matrix;
  /** f_i = sum_beta P_i F_S_i w_i of each node, by factors (eq. (92)). */
  readonly factors: readonly Vector[];
  /** ReLU(F_raw). */
  readonly output: Matrix;
  /** The largest difference between `raw` and the matrix with these factors: rounding. */
  readonly residual: number;
  /** Whether `raw` and `output` pass the tensor-factor test. */
  readonly disentangled: boolean;
}

/**
 * Disentangled children with separable weights and tables that are tensor products give a disentangled parent: Theorem 8 of the ladder paper, executed both ways.
 *
 * children: at least one, all with the same numbers of events of alpha's factors. The matrices are built: 2^(n_alpha + n_beta) entries, at most 2^20.
 * Accuracy: rounding. @throws TheoryError "domain": sizes that do not fit, rows that are no probabilities, numbers that are not finite.
 */
export function disentangledForward(children: readonly WeightedChild[]): DisentangledForward {
  assertShapes({ children: list(weightedChildShape) }, { children });
  if (children.length === 0) {
    throw domainError("children", "[]", "at least one child", "Pass the children of alpha.");
  }
  const parts = children.map((child) => {
    const checked = checkedChild(child);
    assertBlocks("weights", child.weights, child.sizes);
    const raw = multiply(
      multiply(kronecker(checked.tables), activationOf(checked.activations)),
      separable(child.weights),
    );
    return { raw, factors: checked.expected.map((rows, i) => applyTo(rows, child.weights[i]!)) };
  });
  const [first, ...rest] = parts;
  for (const { factors } of rest) {
    const differs = factors.length !== first!.factors.length;
    if (differs || factors.some((factor, i) => factor.length !== first!.factors[i]!.length)) {
      throw domainError(
        "children",
        "factors of different sizes",
        "children of one alpha",
        "Give all children alpha's factors.",
      );
    }
  }
  const raw = rest.reduce<Matrix>((sum, part) => add(sum, part.raw), first!.raw);
  const factors = rest.reduce<readonly Vector[]>((sum, part) => add(sum, part.factors), first!.factors);
  const output = raw.map((row) => row.map((value) => Math.max(0, value)));
  const sizes = factors.map((factor) => factor.length);
  return {
    raw,
    factors,
    output,
    residual: largestDifference(raw, activationOf(factors)),
    disentangled: [raw, output].every((matrix) => disentangledActivation(matrix, { sizes }).disentangled),
  };
}
