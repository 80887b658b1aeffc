/**
 * The collapsed state of eps > 0: mu = 0, all samples of a batch alike. Near it batch norm is linear, y / sqrt(eps), and
 * psi is psi(0) plus its one-sided slopes, phi0(x) = right x (x > 0), left |x| (x < 0). With K(c) the Gaussian kernel of phi0
 * at correlation c = -1/(B-1), K(1) = (right^2 + left^2)/2:
 *
 *   fwd_G = w (n/B)(K(1) - K(c))/eps        fwd_M = w K'(c)/eps
 *   fwd_L = w [(B-2)/B (K(1) - K(c) + c K'(c)) + 2 K'(c)/B]/eps
 *   bwd_G = w (n K(1) + K'(c))/(B eps)      bwd_M = w K'(c)/eps      bwd_L = w [(B-2)/B K(1) + 2 K'(c)/B]/eps
 *
 * all w psi'(0)^2/eps where psi is differentiable at 0. The state attracts when fwd_G < 1. (The paper's linearisation at
 * Sigma = 0; the kinked form is ours.)
 */
import { UNIT_ROUNDOFF } from "../../numeric/estimate.js";
import type { Problem } from "./problem.js";
import type { Approximation, Quantities, Solution } from "./route.js";
import { homogeneousKernel } from "./routes/closedForm/homogeneousKernel.js";

/** Slopes of psi at 0, as right and left coefficients of |x|. */
function slopesAtZero({ psi }: Problem): { left: number; right: number } {
  const kink = psi.facts.breakpoints.find(({ at }) => at === 0);
  if (kink === undefined) {
    const slope = psi.derivative(0);
    return { left: -slope, right: slope };
  }
  // the one-sided limits, approached from inside each branch
  const right = psi.derivative(1e-290);
  return { left: -(right - kink.slopeJump), right };
}

/** Null where psi has an infinite slope at 0: then mu = 0 repels, and the fixed point is only too small to be found. */
export function collapsedState(problem: Problem, evals: number): Solution | null {
  const { psi, batch, epsilon, weightVariance } = problem;
  if (psi.facts.breakpoints.some(({ at, exponent }) => at === 0 && exponent < 1)) return null;
  const { left, right } = slopesAtZero(problem);
  const n = batch - 1;
  const i = 1 / n;
  const gain = weightVariance / epsilon;
  const q = weightVariance * psi.value(0) ** 2;
  const make = (value: number): Approximation => ({ value, error: 32 * UNIT_ROUNDOFF * Math.abs(value) });
  let [same, other, slope] = [0, 0, 0];
  if (left !== 0 || right !== 0) {
    const kernel = homogeneousKernel({ degree: 1, left, right }, -i);
    same = kernel.second;
    other = kernel.second * kernel.value;
    slope = kernel.second * kernel.derivative;
  }
  const share = (1 - i) / (1 + i); // (B-2)/B
  const two = (2 * i) / (1 + i); // 2/B
  const quantities: Quantities = {
    q: make(q),
    c: { value: 1, error: 0 },
    mu: { value: 0, error: 0 },
    forwardG: make((gain * (same - other)) / (1 + i)),
    forwardL: make(gain * (share * (same - other - i * slope) + two * slope)),
    forwardM: make(gain * slope),
    backwardG: make((gain * (same + i * slope)) / (1 + i)),
    backwardL: make(gain * (share * same + two * slope)),
    backwardM: make(gain * slope),
    crossC: make(q),
    crossEigenvalue: make(gain * ((right - left) / 2) ** 2),
  };
  return { quantities, evals, collapsed: true };
}
