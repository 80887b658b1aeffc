import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { gaussianMoment, type Homogeneous, kernelSlope, kernelValue, sphereMoment } from "../ways/homogeneous.js";

export interface ForwardEigenvalues {
  readonly L: number;
  readonly M: number;
}

/**
 * Theorem B.68 as printed: c_alpha B (B-1)^(alpha-1) / (mu 2^alpha P((B+1)/2, alpha)) J_phi'(-1/(B-1)) on M and the same prefactor
 * over B times alpha (B-2)(J_phi(1) - J_phi(-1/(B-1))) + B/(B-1) J_phi'(-1/(B-1)) on L.
 */
export function printedForward(phi: Homogeneous, B: number): ForwardEigenvalues {
  const rho = -1 / (B - 1);
  const [gap, slope] = [kernelValue(phi, 1) - kernelValue(phi, rho), kernelSlope(phi, rho)];
  const mu = sphereMoment(phi.alpha, B) * gap;
  const powers = ((B - 1) / 2) ** phi.alpha / gammaRatio((B + 1) / 2, phi.alpha);
  const prefactor = (gaussianMoment(phi.alpha) * powers) / ((B - 1) * mu);
  return { L: prefactor * (phi.alpha * (B - 2) * gap + (B * slope) / (B - 1)), M: prefactor * B * slope };
}
