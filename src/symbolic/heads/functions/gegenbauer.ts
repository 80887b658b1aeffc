import { gammaRatio } from "./gammaRatio.js";
import { hypergeometric } from "./hypergeometric.js";

const MOST_STEPS = 1e6;

/**
 * The Gegenbauer function C_k^(lambda)(x), C_k^(0) = 0 for k >= 1. For whole k the polynomial, by
 * n C_n = 2 x (n+lambda-1) C_(n-1) - (n+2 lambda-2) C_(n-2)   (DLMF 18.9.1), 0 for k < 0;
 * for other k (2 lambda)_k / k! 2F1(-k, k+2 lambda; lambda+1/2; (1-x)/2)   (DLMF 15.9.15), NaN for x <= -1.
 */
export function gegenbauer(k: number, lambda: number, x: number): number {
  if (Number.isNaN(k + lambda + x)) return Number.NaN;
  if (!Number.isInteger(k)) {
    if (x <= -1) return Number.NaN;
    const factor = gammaRatio(2 * lambda, k) / gammaRatio(1, k);
    return factor * hypergeometric(-k, k + 2 * lambda, lambda + 0.5, (1 - x) / 2);
  }
  if (k < 0) return 0;
  if (k > MOST_STEPS) return Number.NaN;
  let [before, value] = [0, 1];
  for (let n = 1; n <= k; n++) {
    [before, value] = [value, (2 * x * (n + lambda - 1) * value - (n + 2 * lambda - 2) * before) / n];
  }
  return value;
}
