import { gammaRatio } from "./gammaRatio.js";

/**
 * (E R)^2 / n for R^2 ~ chi-squared with n degrees of freedom: (2/n) (Gamma((n+1)/2) / Gamma(n/2))^2, which rises from
 * 2/pi at n = 1 to 1 at n = infinity. Relative accuracy that of `gammaRatio`.
 */
export function meanChiSquared(n: number): number {
  if (n === Infinity) return 1;
  const ratio = gammaRatio(n / 2, 0.5);
  return (2 / n) * ratio * ratio;
}
