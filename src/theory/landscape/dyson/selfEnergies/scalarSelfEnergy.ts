import { domainError } from "../../../../numeric/domain.js";
import { assertProbabilities } from "../../../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, fromZero, modest, numbers } from "../../../../numeric/shape.js";
import { assertSize } from "../hermitian.js";
import type { Packed, SelfEnergy } from "../selfEnergy.js";
import { frozenSelfEnergy } from "./frozenSelfEnergy.js";

/**
 * S[R] = variance <R> I: a large Wigner matrix, N Var W_ij = variance. `weights` are those of the eigenvalues of A (see dysonEquation); by
 * default one atom, which gives the semicircle of radius 2 sqrt(variance).
 *
 * Source: eq. (10) of the S-System paper without its R^T / N.
 * @throws TheoryError "domain" for a negative variance, or weights that are not probabilities; at most 5000 of them.
 */
export function scalarSelfEnergy(variance = 1, weights: readonly number[] = [1]): SelfEnergy {
  assertShapes({ variance: fromZero, weights: numbers }, { variance, weights });
  modest("variance", variance);
  assertWeights("weights", weights);
  const size = weights.length;
  const parts = {
    name: "scalar",
    structure: "diagonal" as const,
    size,
    weights,
    real: true,
    apply: (R: Packed, out: Packed): void => {
      let [x, y] = [0, 0];
      for (let i = 0; i < size; i++) {
        x += weights[i]! * R.re[i];
        y += weights[i]! * R.im[i];
      }
      out.re.fill(variance * x);
      out.im.fill(variance * y);
    },
  };
  return frozenSelfEnergy(parts, true);
}

/** Throws TheoryError unless they are 1 to 5000 probabilities. */
export function assertWeights(parameter: string, weights: readonly number[]): void {
  if (weights.length === 0) throw domainError(parameter, "[]", "one number or more", "Pass probabilities.");
  assertSize(parameter, weights.length, 5000);
  assertProbabilities(parameter, weights);
}
