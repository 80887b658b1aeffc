/** The factor by which two batches lose their covariance, by the means it is made of, and the integrals over the angle of one sample. */
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { finiteLine } from "./halfLine.js";
import { pairMoments } from "./pairMoments.js";
import { breaksOf, sampleMean } from "./sampleLine.js";

/** int_0^(pi/2) sin(s)^power cos(s)^weight ds, power > -1, by tanh-sinh over what the weight leaves. 1e-13 relative. */
export function angleIntegral(power: number, weight: number): number {
  const end = Math.min(Math.PI / 2, (9 + Math.sqrt(2 * Math.max(0, power))) / Math.sqrt(weight));
  // at pi/2 the cosine has lost its digits, but the weight is at least 1 there and little is left
  return finiteLine((s) => Math.sin(s) ** power * Math.max(0, Math.cos(s)) ** weight, end, 160);
}

/** E (z_+)^alpha over one sample, from the density of its angle: Gamma(n/2)/(sqrt(pi) Gamma((n-1)/2)) cos^(n-2), n = B-1. */
export const anglePower = (batch: number, alpha: number): number =>
  (gammaRatio((batch - 2) / 2, 0.5) / Math.sqrt(Math.PI)) *
  (batch - 1) ** (alpha / 2) *
  angleIntegral(alpha, batch - 3);

/** 2B/((B-1)^2 mu) (Gamma(B/2)/Gamma((B-1)/2))^2 (E z phi(z))^2. */
export function forwardFactor(batch: number, { stein, mu }: { readonly stein: number; readonly mu: number }): number {
  const gammas = gammaRatio((batch - 1) / 2, 0.5);
  return ((2 * batch) / ((batch - 1) ** 2 * mu)) * gammas ** 2 * stein ** 2;
}

/**
 * F.1: B/(2 pi mu) (int sin^(B-1) phi')^2, the integral as a mean over one sample: sin^2 = 1 - z^2/(B-1) times the mass
 * sqrt(pi) Gamma((n-1)/2)/Gamma(n/2) of sin^(B-3).
 */
export function backwardFactor(phi: Activation, batch: number): number {
  const n = batch - 1;
  const mass = Math.sqrt(Math.PI) / gammaRatio((n - 1) / 2, 0.5);
  const mean = sampleMean(batch, breaksOf(phi, batch), (z) => phi.derivative(z) * (1 - (z * z) / n), 0.5);
  return ((batch / (2 * Math.PI)) * (mass * mean) ** 2) / pairMoments(phi, batch).mu;
}
