import { assertShapes } from "../../../../numeric/shape.js";
import type { DysonEquation } from "../dysonEquation.js";
import { equationShape } from "../shapes.js";

export interface SupportBound {
  /** 2 ||S||^{1/2}. */
  readonly halfwidth: number;
  /** Smallest eigenvalue of A less the halfwidth, largest plus it. */
  readonly low: number;
  readonly high: number;
}

/**
 * The density of the Dyson equation lives within Spec A + [-2 ||S||^{1/2}, 2 ||S||^{1/2}], ||S|| = ||S[I]||. Eigenvalues of a finite matrix may
 * lie outside.
 *
 * Source: the remark on the support in the S-System paper; J. Alt, L. Erdos, T. Kruger, The Dyson equation with linear self-energy.
 */
export function supportBound(equation: DysonEquation): SupportBound {
  assertShapes({ equation: equationShape }, { equation });
  const halfwidth = 2 * Math.sqrt(equation.selfEnergy.norm);
  const [low, high] = equation.meanRange;
  return { halfwidth, low: low - halfwidth, high: high + halfwidth };
}
