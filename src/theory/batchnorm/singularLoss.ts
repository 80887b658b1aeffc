import { UNIT_ROUNDOFF } from "../../numeric/estimate.js";
import type { Activation } from "../../symbolic/activation/activation.js";

/**
 * What rounding of the argument costs where psi' is infinite, psi ~ |x - at|^e with 1/2 < e < 1: values within a distance
 * delta of `at` are lost to the rounding of x, and they carry about delta^{2e-1} of E psi'^2 and delta^e of E psi'(z1)
 * psi'(z2). At the origin the distance itself is the argument, so a rule graded towards it loses nothing on one line.
 */
export function singularLoss({ facts }: Activation): { readonly self: number; readonly pair: number } {
  let self = 0;
  let pair = 0;
  for (const { at, exponent } of facts.breakpoints) {
    if (exponent <= 0.5 || exponent >= 1) continue;
    const delta = 16 * UNIT_ROUNDOFF * Math.max(1, Math.abs(at));
    if (at !== 0) self += delta ** (2 * exponent - 1);
    pair += delta ** exponent;
  }
  return { self, pair };
}

/**
 * By how much an error read off successive resolutions is multiplied: with psi' infinite somewhere, coefficients fall so
 * slowly that aliasing hides what is missing (relu(x)^0.55 at B = 16 measured 30 times short).
 */
export function levelCaution({ facts }: Activation): number {
  return facts.breakpoints.some(({ exponent }) => exponent > 0.5 && exponent < 1) ? 100 : 1;
}
