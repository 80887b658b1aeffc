/** How far a solution that was found can be from the true one. */
import { type ComplexArray, euclidean } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import { certificate } from "./certificate.js";
import type { Target } from "./continuation.js";
import type { Found } from "./found.js";
import type { DysonProblem } from "./problem.js";
import { relativeError } from "./relativeError.js";
import { largest } from "./states.js";

export interface Accuracy {
  readonly stability: number;
  readonly error: number;
  readonly derivative: ComplexArray | null;
}

/** Stability x (residual + rounding) and what the energy's rounding moves; where G solves the equation, but that is too far from linear, the cube root of a cusp. */
export function accuracyOf(problem: DysonProblem, target: Target, found: Found): Accuracy {
  const { G, eta, residual, densityError } = found;
  const { derivative, stability } = found.certificate ?? certificate(problem, G, eta);
  if (densityError !== null) return { stability, error: densityError, derivative };
  const size = Math.max(largest(G), Number.MIN_VALUE);
  const defect = (residual + 4 * 2 ** -53) * Math.max(1, euclidean(G));
  // Newton-Kantorovich: the second derivative of the resolvent is 2 G S[.] G S[.] G
  const curvature = 2 * size ** 3;
  const linear = stability ** 2 * defect * curvature < 0.25;
  const change =
    linear || residual > target.tolerance
      ? 4 * stability * defect
      : Math.min(4 * stability * defect, 2 * size * Math.cbrt(defect / size));
  const left = eta > target.eta ? leftOver(problem, found, target.eta, linear ? derivative : null) : 0;
  // of the energy, which matters where the scale of G is far below that of A
  const rounding = derivative === null ? 0 : 2 ** -52 * Math.abs(target.energy) * euclidean(derivative);
  const absolute = problem.traceNorm * (change + rounding);
  // errors relative to the entries of G cost a system more, and tell more near atoms only
  const isLarge = absolute > 1e-10 * Math.hypot(...problem.trace(G));
  const off = isLarge ? Math.min(absolute, relativeError(problem, target.energy, eta, G)) : absolute;
  return { stability, error: (off + left) / Math.PI, derivative };
}

/**
 * What the rest of eta may change of Im <G>. Above the axis that is Harnack's inequality: eta Im <G> grows with eta, Im <G>/eta falls. On the
 * axis it is twice the first order, or what it does at a cusp.
 */
function leftOver(problem: DysonProblem, { G, eta }: Found, least: number, derivative: ComplexArray | null): number {
  if (least > 0) return (eta / least - 1) * problem.trace(G)[1];
  const size = Math.max(largest(G), 1);
  if (derivative === null) return 2 * size * Math.cbrt(Math.min(1, eta));
  return Math.min(size, 2 * euclidean(derivative) * eta);
}
