import gamma from "@stdlib/math-base-special-gamma";
import { gammaRatio, isPole, stirling } from "./gammaRatio.js";

/**
 * B(a, b) = Gamma(a) Gamma(b) / Gamma(a+b), real a and b; NaN where Gamma(a) or Gamma(b) has a pole. Where both are
 * above 16 by Stirling's series with the powers of a/(a+b) and b/(a+b) (DLMF 5.12.1, 5.11.1), else Gamma(a) over a
 * ratio.
 */
export function beta(a: number, b: number): number {
  if (isPole(a) || isPole(b)) return Number.NaN;
  const [small, large] = a < b ? [a, b] : [b, a];
  const whole = small + large;
  if (isPole(whole)) return 0;
  if (small < 16) return gamma(small) / gammaRatio(large, small);
  // (large/whole)^large = (1 - small/whole)^large, where the quotient alone would round too much
  const powers = (small / whole) ** small * Math.exp(large * Math.log1p(-small / whole));
  const tails = Math.exp(stirling(small) + stirling(large) - stirling(whole));
  return Math.sqrt(2 * Math.PI * (1 / small + 1 / large)) * powers * tails;
}
