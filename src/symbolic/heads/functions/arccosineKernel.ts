import { gammaRatio } from "./gammaRatio.js";
import { hypergeometric, nearOne } from "./hypergeometric.js";

/**
 * The arc-cosine kernel J_alpha(c), normalised so that J_alpha(1) = 1 (Cho and Saul, NIPS 2009), with u = (1+c)/2:
 *
 *   J_alpha(c) = Gamma(alpha+1)^2 / (Gamma(alpha+1/2) Gamma(alpha+3/2)) u^(alpha+1/2) 2F1(1/2, 1/2; alpha+3/2; u).
 *
 * No term is negative for alpha > -1/2, so the relative accuracy is the same up to c = -1, where J = 0. Below -1/2 the
 * analytic continuation. NaN for |c| > 1 and for alpha = -1, -2, ...
 */
export function arccosineKernel(alpha: number, c: number): number {
  if (!(c >= -1 && c <= 1) || Number.isNaN(alpha)) return Number.NaN;
  if (c === 1 && alpha > -0.5) return 1;
  const u = (1 + c) / 2;
  const factor = gammaRatio(alpha + 0.5, 0.5) / gammaRatio(alpha + 1, 0.5);
  const lower = alpha + 1.5;
  const sum = u > 0.75 && lower > 0 ? nearOne(0.5, 0.5, lower, (1 - c) / 2) : hypergeometric(0.5, 0.5, lower, u);
  return factor * u ** (alpha + 0.5) * sum;
}
