/** Theorem 7's integrals for any phi: means over two samples of a batch (see sampleLine.ts). */

import { domainError } from "../../../numeric/domain.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { breaksOf, panelFor, visitPairs } from "./sampleLine.js";

export interface PairMoments {
  /** E phi(z1)^2 - E phi(z1) phi(z2). */
  readonly mu: number;
  /** E[(B-1-z1^2) phi'(z1)^2 + (1+z1 z2) phi'(z1) phi'(z2)]. */
  readonly dirichlet: number;
  /** E phi(z1)^2, E phi(z1) phi(z2). */
  readonly q: number;
  readonly pair: number;
  /** The mean of 1. */
  readonly mass: number;
}

/** Throws a TheoryError "domain" for a phi with algebraic singularities, which product rules do not resolve. */
export function pairMoments(activation: Activation, batch: number): PairMoments {
  const n = batch - 1;
  let [q, pair, mu, dirichlet, mass] = [0, 0, 0, 0, 0];
  const { value, derivative } = activation;
  const shift = value(0.1);
  let [last, own, ownSlope] = [Number.NaN, 0, 0];
  const breaks = breaksOf(activation, batch);
  if (breaks.some(({ oneSidedAnalytic }) => !oneSidedAnalytic)) {
    throw domainError(
      "activation",
      activation.text,
      "smooth, or kinked and analytic on each side",
      "Use angles for powers.",
    );
  }
  const visit = (z1: number, z2: number, weight: number) => {
    if (z1 !== last) [last, own, ownSlope] = [z1, value(z1), derivative(z1)];
    const other = value(z2);
    mass += weight;
    q += weight * own * own;
    pair += weight * own * other;
    // a constant drops out of mu: take one off before it cancels
    mu += weight * (own - shift) * (own - other);
    dirichlet += weight * ((n - z1 * z1) * ownSlope * ownSlope + (1 + z1 * z2) * ownSlope * derivative(z2));
  };
  visitPairs(batch, breaks, visit, panelFor(activation, batch, breaks));
  requireSpread(activation, mu);
  return { mu, dirichlet, q, pair, mass };
}

/** A kink at or beyond sqrt(B-1) may leave a constant. */
function requireSpread(activation: Activation, mu: number): void {
  if (mu > 0) return;
  throw domainError(
    "activation",
    activation.text,
    "not constant where normalised values reach",
    "Take a larger batch.",
  );
}

/** The rate of Theorem 7: dirichlet/((B-3) mu). */
export function rateByEllipse(activation: Activation, batch: number): number {
  const { mu, dirichlet } = pairMoments(activation, batch);
  return dirichlet / ((batch - 3) * mu);
}

/** mu and the four means of phi' that the rate is made of, by the names of the derivations. */
export function slopeMoments(activation: Activation, batch: number): Readonly<Record<string, number>> {
  const breaks = breaksOf(activation, batch);
  const { value, derivative } = activation;
  const shift = value(0.1);
  let [mu, s0, s2, m00, m11] = [0, 0, 0, 0, 0];
  const visit = (z1: number, z2: number, weight: number) => {
    const [own, other] = [derivative(z1), derivative(z2)];
    mu += weight * (value(z1) - shift) * (value(z1) - value(z2));
    s0 += weight * own * own;
    s2 += weight * own * own * z1 * z1;
    m00 += weight * own * other;
    m11 += weight * own * other * z1 * z2;
  };
  visitPairs(batch, breaks, visit, panelFor(activation, batch, breaks));
  requireSpread(activation, mu);
  return { mu, "s'_0": s0, "s'_2": s2, "m'_00": m00, "m'_11": m11 };
}
