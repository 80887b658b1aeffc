import gamma from "@stdlib/math-base-special-gamma";
import { beta } from "./beta.js";
import { gammaRatio, isPole } from "./gammaRatio.js";

const isWhole = Number.isInteger;
const MOST_FACTORS = 1e6;

/** n! = Gamma(n+1): exact for whole n <= 22, NaN for n = -1, -2, ... */
export function factorial(n: number): number {
  if (isPole(n + 1)) return Number.NaN;
  return isWhole(n) && n <= 22 ? gammaRatio(1, n) : gamma(n + 1);
}

/**
 * n choose k = Gamma(n+1) / (Gamma(k+1) Gamma(n-k+1)). For whole k: n (n-1) ... (n-k+1) / k!, 0 for k < 0; exact while
 * the products are below 2^53. For other k: 1 / ((n+1) B(k+1, n-k+1)), NaN for n = -1, -2, ...
 */
export function binomial(n: number, k: number): number {
  if (Number.isNaN(n + k)) return Number.NaN;
  if (!isWhole(k)) return throughBeta(n, k);
  const whole = isWhole(n) && n >= 0;
  if (k < 0 || (whole && k > n)) return 0;
  const count = whole ? Math.min(k, n - k) : k;
  if (count > 256 && n > count) return throughBeta(n, count);
  if (count > MOST_FACTORS) return Number.NaN;
  let value = 1;
  for (let i = 1; i <= count; i++) value = (value * (n - count + i)) / i;
  return value;
}

function throughBeta(n: number, k: number): number {
  if (isPole(n + 1)) return Number.NaN;
  return isPole(n - k + 1) ? 0 : 1 / ((n + 1) * beta(k + 1, n - k + 1));
}
