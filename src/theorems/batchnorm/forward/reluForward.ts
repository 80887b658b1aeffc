import { gammaRatio } from "../../../numeric/special/gammaRatio.js";

/**
 * Theorem 6 with 1/(2u), u = q(1-c): Gamma(3/2) Gamma((B+1)/2)/(sqrt(pi) Gamma((B+3)/2)) times B J_1'(rho) on M and
 * (B-2)(1 - J_1(rho)) + B/(B-1) J_1'(rho) on L, rho = -1/(B-1); J_1 and J_1' = J_0 in elementary functions.
 */
export function reluForward(B: number): { readonly L: number; readonly M: number } {
  const rho = -1 / (B - 1);
  const angle = Math.PI - Math.acos(rho);
  const value = (Math.sqrt((1 - rho) * (1 + rho)) + angle * rho) / Math.PI;
  const slope = angle / Math.PI;
  const u = (1 - value) / 2;
  const prefactor = 1 / (4 * u * gammaRatio((B + 1) / 2, 1));
  return { L: prefactor * ((B - 2) * (1 - value) + (B * slope) / (B - 1)), M: prefactor * B * slope };
}
