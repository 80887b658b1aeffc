import { UNIT_ROUNDOFF } from "../../numeric/estimate.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import type { Quantity } from "./route.js";

/**
 * What rounding of the argument costs where psi' is infinite, psi ~ |x - at|^e with 0 < e < 1: values within a distance
 * delta of `at` are lost to the rounding of x, and they carry about delta^{2e-1} of E psi'^2 and delta^e of E psi'(z1)
 * psi'(z2). At the origin the distance itself is the argument, so a rule graded towards it loses nothing on one line.
 */
export interface SingularLoss {
  readonly self: number;
  readonly pair: number;
  /** Of E psi1 psi2, where psi itself is infinite. */
  readonly value: number;
}

export function singularLoss({ facts }: Activation): SingularLoss {
  let [self, pair, value] = [0, 0, 0];
  for (const { at, exponent } of facts.breakpoints) {
    if (exponent >= 1) continue;
    const delta = 16 * UNIT_ROUNDOFF * Math.max(1, Math.abs(at));
    if (exponent < 0) value += delta ** (1 + exponent);
    if (exponent <= 0) continue;
    // from 1/2 down E psi'^2 diverges, and only the pair is left
    if (at !== 0 && exponent > 0.5) self += delta ** (2 * exponent - 1);
    pair += delta ** exponent;
  }
  return { self, pair, value };
}

/**
 * By how much an error read off successive resolutions is multiplied: where phi has no Taylor series at a break (|x|^1.01,
 * x log|x|), coefficients fall so slowly that aliasing hides what is missing (abs(x)^1.01 at B = 17 measured 800 times short,
 * relu(x)^0.55 at B = 16 30 times).
 */
export function levelCaution({ facts }: Activation): number {
  return facts.breakpoints.some(({ oneSidedAnalytic }) => !oneSidedAnalytic) ? 1000 : 1;
}

/** Quantities that no resolution settles, since E psi'^2 (or, at a jump, E psi1' psi2') is infinite. */
export function divergentQuantities({ facts }: Activation): readonly Quantity[] {
  const exponent = Math.min(1, ...facts.breakpoints.map((breakpoint) => breakpoint.exponent));
  if (exponent > 0.5) return [];
  return exponent > 0 ? ["backwardG", "backwardL"] : ["backwardG", "backwardL", "backwardM"];
}
