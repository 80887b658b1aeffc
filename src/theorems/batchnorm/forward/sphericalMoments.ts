/** Moments of directions and lengths of a normal vector, and the printed integrals over angles. */
import gamma from "@stdlib/math-base-special-gamma";
import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";

/** E[r^-k prod v_i^(2 a_i)] for x ~ N(0, I) in n dimensions, v = x/r: radius and direction are independent, Dirichlet moments. */
export function gaussianDirectionMoment(n: number, k: number, powers: readonly number[]): number {
  const total = powers.reduce((sum, a) => sum + a, 0);
  const radius = (2 ** (-k / 2) * gamma((n - k) / 2)) / gamma(n / 2);
  const squares = powers.reduce((product, a) => (product * gamma(a + 0.5)) / Math.sqrt(Math.PI), 1);
  return (radius * squares * gamma(n / 2)) / gamma(n / 2 + total);
}

/** int_0^pi cos^(2a) theta sin^s theta d theta, s > -1, by tanh-sinh. */
const angle = (a: number, s: number): number =>
  doubleExponential((_, from, to) => Math.cos(from) ** (2 * a) * Math.sin(Math.min(from, to)) ** s, 0, Math.PI, {
    relativeTolerance: 1e-14,
  }).value;

/**
 * The right side of B.47 (four angles), B.48 (two) or B.49 (one) for f = prod v_i^(2 a_i), as printed:
 * Gamma((B-1-k)/2)/Gamma((B-1-d)/2) 2^(-k/2) pi^(-d/2) times the integrals over the d angles.
 */
export function printedAngles(B: number, k: number, powers: readonly number[]): number {
  const d = powers.length;
  const prefactor = (gamma((B - 1 - k) / 2) / gamma((B - 1 - d) / 2)) * 2 ** (-k / 2) * Math.PI ** (-d / 2);
  return powers.reduce((product, a, i) => {
    const later = powers.slice(i + 1).reduce((sum, b) => sum + b, 0);
    return product * angle(a, B - 3 - i + 2 * later);
  }, prefactor);
}
