import { domainError } from "../domain.js";

/**
 * Gamma(x+a) / Gamma(x), without the difference of two large logarithms.
 *
 *   With a = k + f, k integer, |f| <= 1/2 (< 1 at a pole):  Gamma(x+a)/Gamma(x) = (x+f)_k Gamma(x+f)/Gamma(x), and with w = x + (f-1)/2,
 *   ln Gamma(x+f)/Gamma(x) ~ f ln w - sum_j B_{2j+1}((1+f)/2) / (j (2j+1)) w^(-2j).
 *
 * Source: the difference of two of DLMF 5.11.8 at 1/2 +- f/2, where even terms cancel (the log form of J. L. Fields, Proc.
 * Edinburgh Math. Soc. 15 (1966) 43-45; DLMF 5.11.14). Seven terms from w = 12 leave 1e-18; smaller x is raised by the recurrence.
 * Ours: splitting a first keeps every coefficient below 1 and the expansion good from w = 12 for any a.
 *
 * Domain: x > 0, |a| <= 1000. x + a at 0, -1, -2, ... gives Infinity (a pole), overflow Infinity, underflow 0. The sum x + a is
 * rounded once, so within
 * rounding of a pole the double x + a decides.
 * Accuracy: relative 3.2e-15 at worst of 330 mpmath points with x = 1/2 .. 1e9, |a| < 40 (x = 1e4, a = -39.7: forty factors
 * rounded alike); 9e-16 for |a| <= 1.5. Cost at most 12 + |a| divisions or products.
 * @throws TheoryError "domain".
 */
export function gammaRatio(x: number, a: number): number {
  const { fraction, shift } = split(x, a);
  let value = fractionalRatio(x, fraction);
  // a moved towards 0 by an integer is exact, so each factor has one rounding.
  for (let i = 1; i <= shift; i++) value *= x + (a - i);
  for (let i = 0; i < -shift; i++) value /= x + (a + i);
  return value;
}

/**
 * ln |Gamma(x+a) / Gamma(x)|, for ratios beyond the doubles. Absolute error about 2e-16 (1 + |value|); where the ratio is
 * near 1 use gammaRatio. Domain and errors as gammaRatio.
 */
export function logGammaRatio(x: number, a: number): number {
  const { fraction, shift } = split(x, a);
  let product = 1;
  let logs = Math.log(Math.abs(fractionalRatio(x, fraction)));
  for (let i = 0; i < Math.abs(shift); i++) {
    product *= Math.abs(x + (shift > 0 ? a - i - 1 : a + i));
    if (product > 1e140 || product < 1e-140) {
      logs += Math.sign(shift) * Math.log(product);
      product = 1;
    }
  }
  return logs + Math.sign(shift) * Math.log(product);
}

/** a = shift + fraction, exactly. */
function split(x: number, a: number): { fraction: number; shift: number } {
  if (!(x > 0) || !Number.isFinite(x)) throw domainError("x", x, "finite and > 0", "Use the reflection formula first.");
  if (!(Math.abs(a) <= 1000)) throw domainError("a", a, "|a| <= 1000", "Split the ratio into several.");
  let shift = Math.round(a);
  // x + fraction = 0 would be a pole that the product then cancels: stay one unit above it.
  if (shift > 0 && x + (a - shift) === 0) shift -= 1;
  return { fraction: a - shift, shift };
}

/** Gamma(x+f)/Gamma(x), |f| < 1. */
function fractionalRatio(x: number, f: number): number {
  if (f === 0) return 1;
  let raised = x;
  let factor = 1;
  while (raised < 13) {
    factor *= raised / (raised + f);
    raised += 1;
  }
  const w = raised + (f - 1) / 2;
  return factor * w ** f * Math.exp(-logTail(w, f / 2));
}

/** sum_{j=1}^{7} B_{2j+1}(1/2+h) / (j (2j+1)) w^(-2j), |h| <= 1/2, w >= 12: terms below 1e-17 are left out. */
function logTail(w: number, h: number): number {
  const g = h * h;
  const v = 1 / (w * w);
  const c1 = -1 / 12 + g / 3;
  const c2 = 7 / 480 + g * (-1 / 12 + g / 10);
  const c3 = -31 / 4032 + g * (7 / 144 + g * (-1 / 12 + g / 21));
  const c4 = 127 / 15360 + g * (-31 / 576 + g * (49 / 480 + g * (-1 / 12 + g / 36)));
  const c5 = -511 / 33792 + g * (127 / 1280 + g * (-31 / 160 + g * (7 / 40 + g * (-1 / 12 + g / 55))));
  const c6 = 1414477 / 33546240 + g * (-2555 / 9216 + g * (1397 / 2560 + g * (-341 / 672 + g * (77 / 288))));
  const c7 = -8191 / 49152 + g * (1414477 / 1290240 + g * (-6643 / 3072));
  return h * v * (c1 + v * (c2 + v * (c3 + v * (c4 + v * (c5 + v * (c6 + v * c7))))));
}
