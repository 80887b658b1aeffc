/**
 * The forward eigenvalues by moments of two samples: with z_i = sqrt(B) x_i, sum z_i = 0 and sum z_i^2 = B, the derivative of the covariance map
 * in the direction Lambda of L or M has the Rayleigh quotient (B-1)/(2 mu B) E (z^T Lambda z)(phi^T Lambda phi)/<Lambda, Lambda>. Lambda = g1 g1^T - g2 g2^T on
 * L, g_i the columns of the centring matrix; others than two samples enter by their conditional means. Ours.
 */
import type { Activation } from "../../../symbolic/activation/activation.js";
import { gradientParts } from "./gradientParts.js";
import type { HomogeneousValues } from "./homogeneousMoments.js";
import { breaksOf, panelFor, visitPairs } from "./sampleLine.js";

/** fwd_L of any phi, by a product rule over two samples. */
export function forwardOnL(activation: Activation, batch: number): number {
  const n = batch - 1;
  const share = 1 - 2 / batch;
  const breaks = breaksOf(activation, batch);
  const shift = activation.value(0.1);
  let [mu, own, crossed] = [0, 0, 0];
  const visit = (z1: number, z2: number, weight: number) => {
    const [f, g] = [activation.value(z1) - shift, activation.value(z2) - shift];
    mu += weight * f * (f - g);
    own += weight * f * f * (z1 * z1 - (batch - z1 * z1) / n);
    crossed += weight * f * g * (z1 * z1 - (batch - z1 * z1 - z2 * z2) / (batch - 2));
  };
  visitPairs(batch, breaks, visit, panelFor(activation, batch, breaks));
  const quotient = own - 2 * crossed; // of 2 share <Lambda, Lambda>/2, <Lambda, Lambda> = 2 share
  return ((n / (2 * mu * batch)) * share * quotient * 2) / (2 * share);
}

/** fwd_L or fwd_M of a homogeneous phi: u = z phi' = alpha phi makes it a multiple of the gradient's part B. */
export const homogeneousForward = (values: HomogeneousValues, space: "L" | "M"): number =>
  ((values.B - 1) * (values.B - 3) * gradientParts(values, space).B) / (2 * values.alpha ** 2);
