/**
 * Batch norm with epsilon, psi(x) = phi(gamma x + beta), at a G-eigenvalue mu of the inputs: with r^2 ~ chi^2_n, n = B-1,
 * s^2 = mu r^2/(mu r^2 + B eps), S^2 = mu r^2/B + eps, kappa = 2 s^2 - s^4 and two samples z1, z2 of a batch,
 *
 *   gap = E[psi(s z1)^2 - psi(s z1) psi(s z2)],
 *   rate = E[S^-2 (psi'(s z1)^2 (n - kappa z1^2) + psi'(s z1) psi'(s z2) (1 + kappa z1 z2))]/B,
 *   slope = E[(r^2 - n)(psi(s z1)^2 - psi(s z1) psi(s z2))]/(2 mu),
 *
 * each to be multiplied by the weight variance. A radial rule around the product rule of sampleLine.ts. 1e-9 for smooth psi, B >= 4.
 */
import { chiLineRule } from "../../../numeric/quadrature/chiLine.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { visitPairs } from "./sampleLine.js";

export interface EpsilonMeans {
  readonly gap: number;
  readonly rate: number;
  readonly slope: number;
}

export function epsilonMeans(psi: Activation, batch: number, epsilon: number, mu: number, radii = 40): EpsilonMeans {
  const n = batch - 1;
  const { ratios, weights } = chiLineRule(n, radii);
  const shift = psi.value(0);
  let [gap, rate, slope] = [0, 0, 0];
  for (let i = 0; i < ratios.length; i++) {
    const square = n * ratios[i]!;
    const t = (mu * square) / (mu * square + batch * epsilon);
    const s = Math.sqrt(t);
    const inverse = 1 / ((mu * square) / batch + epsilon);
    const kappa = 2 * t - t * t;
    const breaks = psi.facts.breakpoints
      .map(({ at, oneSidedAnalytic }) => ({ at: at / s, oneSidedAnalytic }))
      .filter(({ at }) => Math.abs(at) < Math.sqrt(n));
    visitPairs(batch, breaks, (z1, z2, weight) => {
      const own = psi.value(s * z1) - shift;
      const difference = own * (own - (psi.value(s * z2) - shift));
      const slopes = [psi.derivative(s * z1), psi.derivative(s * z2)] as const;
      const pair = slopes[0] ** 2 * (n - kappa * z1 * z1) + slopes[0] * slopes[1] * (1 + kappa * z1 * z2);
      gap += weights[i]! * weight * difference;
      slope += (weights[i]! * weight * (square - n) * difference) / (2 * mu);
      rate += (weights[i]! * weight * inverse * pair) / batch;
    });
  }
  return { gap, rate, slope };
}
