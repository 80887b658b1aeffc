import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { gammaRatio } from "../../../../numeric/special/gammaRatio.js";
import type { Homogeneity } from "../../../../symbolic/activation/activation.js";

/**
 * J_phi(c) / J_phi(1) of phi(x) = right x^a (x > 0), left |x|^a (x < 0), as a power series about c = 0:
 *
 *   J_phi(c)/J_phi(1) = u0 2F1(-a/2, -a/2; 1/2; c^2) + u1 c 2F1((1-a)/2, (1-a)/2; 3/2; c^2),
 *   u0 = (right+left)^2/(right^2+left^2) Gamma((a+1)/2)^2 / (2 sqrt(pi) Gamma(a+1/2)),
 *   u1 = (right-left)^2/(right^2+left^2) Gamma(a/2+1)^2 / (sqrt(pi) Gamma(a+1/2)),
 *
 * the Hermite expansion of phi with E phi He_{k+2} = (a-k) E phi He_k (Euler's relation). Both hypergeometric series have
 * positive terms and, at the correlations of a batch, |c| <= 1/2, converge by a factor of 4 or more a term. Source: Cho & Saul 2009 for
 * the kernel, the paper's I.4 for J_phi; this form is ours.
 */
export interface HomogeneousKernel {
  /** E phi(z)^2 for a standard normal z is `second`. */
  readonly second: number;
  readonly even: number;
  readonly odd: number;
  readonly value: number;
  readonly derivative: number;
  /** 1 - value, the gap that everything is divided by. */
  readonly gap: number;
  /** Relative error of `gap`: it cancels for nearly constant phi. */
  readonly gapError: number;
}

/** 2F1(h, h; b; x) for 0 <= x <= 1/4. */
function hypergeometric(h: number, b: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 2000; k++) {
    term *= (((h + k) * (h + k)) / ((b + k) * (k + 1))) * x;
    sum += term;
    // past k = |h| the ratio of terms only falls towards x
    if (k > Math.abs(h) && term <= 1e-18 * sum) break;
  }
  return sum;
}

/** d/dx 2F1(h, h; b; x) = (h^2/b) 2F1(h+1, h+1; b+1; x). */
const hypergeometricSlope = (h: number, b: number, x: number) => ((h * h) / b) * hypergeometric(h + 1, b + 1, x);

export function homogeneousKernel(homogeneity: Homogeneity, c: number): HomogeneousKernel {
  const a = homogeneity.degree;
  // shares do not depend on the scale of phi, and its square may not be a double
  const scale = Math.max(Math.abs(homogeneity.left), Math.abs(homogeneity.right));
  const left = homogeneity.left / scale;
  const right = homogeneity.right / scale;
  const size = right * right + left * left;
  const evenShare = ((right + left) * (right + left)) / size;
  const oddShare = ((right - left) * (right - left)) / size;
  const even = (0.5 * evenShare * gammaRatio(1, (a - 1) / 2)) / (Math.sqrt(Math.PI) * gammaRatio((a + 1) / 2, a / 2));
  const odd = (oddShare * gammaRatio(1, a / 2)) / (Math.sqrt(Math.PI) * gammaRatio(a / 2 + 1, (a - 1) / 2));
  const x = c * c;
  const h = -a / 2;
  const k = (1 - a) / 2;
  const f = hypergeometric(h, 0.5, x);
  const g = hypergeometric(k, 1.5, x);
  const value = even * f + odd * c * g;
  const derivative = 2 * c * even * hypergeometricSlope(h, 0.5, x) + odd * (g + 2 * x * hypergeometricSlope(k, 1.5, x));
  const gap = 1 - value;
  const rounding = (12 + a) * UNIT_ROUNDOFF;
  return {
    second: scale * (scale * (size * secondMoment(a))),
    even,
    odd,
    value,
    derivative,
    gap,
    gapError: (rounding * (1 + Math.abs(value))) / gap,
  };
}

/** E z_+^{2a} = 2^{a-1} Gamma(a+1/2) / sqrt(pi). */
function secondMoment(a: number): number {
  return (2 ** (a - 1) * gammaRatio(1, a - 0.5)) / Math.sqrt(Math.PI);
}
