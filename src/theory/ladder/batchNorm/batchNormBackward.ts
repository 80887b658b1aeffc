import { domainError } from "../../../numeric/domain.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, fromZero, modest, numbers, optionsOf } from "../../../numeric/shape.js";
import { assertActivations } from "./batchNormProjection.js";
import { centre, uniform } from "./centre.js";
import { applyShape } from "./jacobian.js";
import { type AffineOptions, checkedOptions, gain } from "./options.js";
import { standardise } from "./standardise.js";

export interface BatchNormBackwardOptions extends AffineOptions {
  /** Offset of the output, default 0. */
  readonly c0?: number;
}

export interface BatchNormBackward {
  /** g_f = J_BN(f) g, N numbers: orthogonal to 1, and for epsilon = 0 to f. */
  readonly inputGradient: Vector;
  /** g_c = S(f)^T g = (sum f~ g, sum g): by c1 and by c0. */
  readonly parameterGradient: readonly [number, number];
  /** c1 f~ + c0 1. */
  readonly output: Vector;
  readonly mean: number;
  readonly sigma: number;
}

/**
 * One node through batch norm and back: output c1 f~ + c0 1, and the gradients by f, c1 and c0 for the gradient g by the output.
 *
 * f, g: N finite numbers, N >= 1; with epsilon = 0 f is not constant. No N x N matrix is built: N up to 1e6 and more.
 * Accuracy: g_f to a few 2^-53 of c1/s max |g - mean g|, f~ to a few 2^-53, both for any mean of f and for an f that varies in its last
 * bits only. Source: Theorem 5, eqs. (10), (11), (73), (79) of the ladder paper. Ours: epsilon, and the projection applied twice.
 * @throws TheoryError "domain".
 */
export function batchNormBackward(f: Vector, g: Vector, options: BatchNormBackwardOptions = {}): BatchNormBackward {
  assertShapes(
    { f: numbers, g: numbers, options: optionsOf({ c0: modest, c1: modest, epsilon: fromZero }) },
    { f, g, options },
  );
  assertActivations(f);
  assertNumbers("g", g, f.length);
  const { c0 = 0 } = options;
  const { c1, epsilon } = checkedOptions(options);
  if (!Number.isFinite(c0)) throw domainError("c0", c0, "a finite number", "Leave it at 0.");
  const probabilities = uniform(f.length);
  const statistics = standardise(f, probabilities, epsilon);
  const { mean, sigma, scale, standardised } = statistics;
  const { scaled, exponent, mean: meanGradient } = centre(g, probabilities);
  const factor = gain(c1, scale) * 2 ** exponent;
  const along = standardised.reduce((sum, value, i) => sum + value * scaled[i]!, 0);
  return {
    inputGradient: applyShape(statistics, probabilities, scaled).map((value) => factor * value),
    parameterGradient: [along * 2 ** exponent, f.length * meanGradient],
    output: standardised.map((value) => c1 * value + c0),
    mean,
    sigma,
  };
}
