import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { withoutOverflow } from "../../../numeric/shape.js";
import { addOutputGradient } from "./outputGradient.js";
import { type RiskProblem, resolveProblem } from "./riskProblem.js";
import { type SamplePasses, samplePasses } from "./samplePasses.js";

export interface NetworkRisk {
  /** (1/m) sum_i l(T(x_i), y_i). */
  readonly risk: number;
  /** N, of theta = (vec W_1, ..., alpha). */
  readonly parameters: number;
  /** T(x_i). */
  readonly outputs: Vector;
  /** l'(T(x_i), y_i). */
  readonly lossSlopes: Vector;
  /** dR/dtheta. */
  readonly gradient: Vector;
  /** Hidden units at a kink of the activation, and outputs at a kink of the loss, over all samples: above 0 the risk may have no Hessian here. It has
   * one where the unit stays at the kink, as behind a dead layer. */
  readonly kinks: number;
}

/** The mean loss of checked samples. */
export const meanLoss = ({ losses, samples }: SamplePasses): number =>
  losses.reduce((sum, loss) => sum + loss, 0) / samples;

/** dR/dtheta of checked samples. Throws TheoryError where it overflows. */
export function riskGradient(passes: SamplePasses): Float64Array {
  const gradient = new Float64Array(passes.size);
  for (let s = 0; s < passes.samples; s++) {
    addOutputGradient(passes, s, passes.lossSlopes[s]! / passes.samples, gradient);
  }
  withoutOverflow("W", gradient);
  return gradient;
}

/**
 * The empirical risk of Eqn. 1 with its gradient. Errors: rounding, a few units of it for each layer.
 * @throws TheoryError "domain" for a problem whose shapes do not fit or that overflows.
 */
export function networkRisk(problem: RiskProblem): NetworkRisk {
  const passes = samplePasses(resolveProblem(problem));
  return {
    risk: meanLoss(passes),
    parameters: passes.size,
    outputs: Array.from(passes.outputs),
    lossSlopes: Array.from(passes.lossSlopes),
    gradient: Array.from(riskGradient(passes)),
    kinks: passes.kinks,
  };
}
