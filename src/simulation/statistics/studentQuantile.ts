/**
 * The two-sided quantile of Student's t with nu degrees of freedom: t >= 0 with P(|T| > t) = alpha,
 *
 *   P(|T| > t) = I_x(nu/2, 1/2),   x = nu/(nu + t^2),
 *
 * I_x the regularised incomplete beta function by its continued fraction (DLMF 8.17.22, modified Lentz) on the side of
 * its mean where it converges fast. nu = Infinity is the Gaussian, erfc(t/sqrt 2) = alpha; above 5000, where the
 * fraction loses digits, the Gaussian's quantile z and four Cornish-Fisher terms in 1/nu (Abramowitz & Stegun 26.7.5).
 * Accuracy: relative 1e-13 for alpha from 1e-12 to 0.99 and every nu.
 */
import erfc from "@stdlib/math-base-special-erfc";
import { domainError } from "../../numeric/domain.js";
import { findRoot } from "../../numeric/root.js";
import { gammaRatio } from "../../numeric/special/gammaRatio.js";

/** @throws TheoryError "domain" unless 0 < alpha < 1 and degrees >= 1 (Infinity for the Gaussian). */
export function studentQuantile(alpha: number, degrees: number): number {
  if (!(alpha > 0 && alpha < 1)) throw domainError("alpha", alpha, "a number in (0, 1)", "0.05 gives 95 %.");
  if (!(degrees >= 1)) throw domainError("degrees", degrees, "a number from 1, or Infinity", "It is samples - 1.");
  if (degrees <= 5000) return quantile((t) => twoSidedTail(t, degrees), alpha);
  return cornishFisher(
    quantile((t) => erfc(t / Math.SQRT2), alpha),
    degrees,
  );
}

/** The expansion of Student's quantile about the Gaussian's, z. */
function cornishFisher(z: number, degrees: number): number {
  const s = z * z;
  const terms = [
    (z * (s + 1)) / 4,
    (z * ((5 * s + 16) * s + 3)) / 96,
    (z * (((3 * s + 19) * s + 17) * s - 15)) / 384,
    (z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92160,
  ];
  return z + terms.reduceRight((sum, term) => (sum + term) / degrees, 0);
}

/** P(|T| > t). */
export function twoSidedTail(t: number, degrees: number): number {
  const square = (t * t) / degrees;
  const x = 1 / (1 + square);
  const a = degrees / 2;
  // x^a (1-x)^b / B(a, b) with b = 1/2
  const front = (Math.exp(-a * Math.log1p(square)) * Math.sqrt(square * x) * gammaRatio(a, 0.5)) / Math.sqrt(Math.PI);
  if (x < (a + 1) / (a + 2.5)) return (front * betaFraction(x, a, 0.5)) / a;
  return 1 - 2 * front * betaFraction(square * x, 0.5, a);
}

/** Where a decreasing tail is alpha, from its logarithm. */
function quantile(tail: (t: number) => number, alpha: number): number {
  let upper = 1;
  while (tail(upper) > alpha && upper < 1e300) upper *= 4;
  const f = (t: number) => Math.log(tail(t) / alpha);
  return findRoot(f, upper === 1 ? 0 : upper / 4, upper).root;
}

/** The continued fraction 1/(1 + d_1/(1 + d_2/(1 + ...))) of DLMF 8.17.22. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 1e5; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}
