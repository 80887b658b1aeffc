import { type ComplexArray, complexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonProblem } from "./problem.js";
import { stabilityNorm, stabilityOperator } from "./stabilityOperator.js";
import { largest } from "./states.js";

export interface Certificate {
  /** G is the solution with Im G > 0 or, on the real axis, its limit from above. */
  readonly holds: boolean;
  /** dG/dz = (1 - C_G S)^{-1} G G; null where that is singular. */
  readonly derivative: ComplexArray | null;
  /** ||(1 - C_G S)^{-1}||, an estimate. */
  readonly stability: number;
}

/** Beyond it the derivative is rounding: solutions cannot be told apart at the point itself. */
const SINGULAR = 1e9;

/**
 * Which of the solutions G is. For eta > 0 only one has Im G > 0 (J. W. Helton, R. Rashidi Far, R. Speicher, IMRN 2007). On the real axis
 * there are others; ours: where 1 - C_G S is invertible, G goes on analytically to z + it, as G + it dG/dz to first order, so it is the
 * limit of the right one exactly if that has a positive imaginary part for small t. Inside the support Im G decides, outside dG/dz > 0.
 */
export function certificate(problem: DysonProblem, G: ComplexArray, eta: number): Certificate {
  const solve = stabilityOperator(problem, G);
  const stability = stabilityNorm(problem, solve);
  const derivative = complexArray(problem.length);
  problem.square(G, derivative);
  const regular = solve(derivative);
  const common = { derivative: regular ? derivative : null, stability };
  if (eta > 0) return { ...common, holds: problem.isPositive(G, 0) };
  // in units of C_G, whose norm is |G|^2: near an atom G is large
  if (!regular || stability > SINGULAR * Math.max(1, largest(G) ** 2)) return { ...common, holds: false };
  // where G is large, it is so on a scale of 1/G
  const steps = [1e-7, 1e-7 / Math.max(1, largest(G))];
  return { ...common, holds: steps.some((t) => problem.isPositive(ahead(G, t, derivative), 0)) };
}

/** G + it dG/dz. */
function ahead(G: ComplexArray, t: number, derivative: ComplexArray): ComplexArray {
  const out = complexArray(G.re.length);
  for (let k = 0; k < out.re.length; k++) {
    out.re[k] = G.re[k] - t * derivative.im[k];
    out.im[k] = G.im[k] + t * derivative.re[k];
  }
  return out;
}
