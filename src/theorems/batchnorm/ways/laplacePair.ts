/**
 * E |y|^(-2a) |z|^(-2b) f for y and z in R^d, z = rho y + sqrt(1-rho^2) w, f = 1 and f = <y, z>, in two ways that share nothing:
 *
 *   given |y| = r, |z|^2/(1-rho^2) is a chi square with d + 2j degrees of freedom, j Poisson of mean rho^2 r^2/(2(1-rho^2)) (for f = <y, z>: d + 2
 *   + 2j, and a factor rho r^2); the mean over r^2 is a Gamma integral for every j;
 *   the Laplace integral of Lemma D.5, in s = e^x, t = e^y.
 */
import gamma from "@stdlib/math-base-special-gamma";

export interface LaplacePair {
  readonly d: number;
  readonly a: number;
  readonly b: number;
  readonly rho: number;
}

/** One list entry for f = 1 and one for f = <y, z>. */
export function poissonMixture({ d, a, b, rho }: LaplacePair): number[] {
  const rest = 1 - rho * rho;
  const odds = (rho * rho) / rest;
  return [0, 1].map((extra) => {
    // E r^(2 extra - 2a) Poisson(j), r^2 ~ chi^2_d: a negative binomial in j with the shape d/2 + extra - a
    const shape = d / 2 + extra - a;
    let weight = (2 ** (extra - a) * gamma(shape)) / gamma(d / 2) / (1 + odds) ** shape;
    let ratio = gamma(d / 2 + extra - b) / gamma(d / 2 + extra);
    let sum = 0;
    for (let j = 0; j < 2000; j++) {
      sum += weight * ratio;
      if (j > 20 && weight * ratio < 1e-17 * sum) break;
      weight *= ((shape + j) / (j + 1)) * (odds / (1 + odds));
      ratio *= (d / 2 + extra + j - b) / (d / 2 + extra + j);
    }
    return (extra === 1 ? rho : 1) * (2 * rest) ** -b * sum;
  });
}

const STEP = 0.5;
const DROP = 30; // e^-30

/** The printed double integral over Gamma(a) Gamma(b). */
export function doubleLaplace({ d, a, b, rho }: LaplacePair): number[] {
  const grid = (power: number) => {
    const [from, to] = [-DROP / power, DROP / (d / 2 - power)];
    return Array.from({ length: Math.ceil((to - from) / STEP) }, (_, k) => Math.exp(from + k * STEP));
  };
  let [one, inner] = [0, 0];
  for (const s of grid(a)) {
    for (const t of grid(b)) {
      const determinant = (1 + 2 * s) * (1 + 2 * t) - 4 * rho * rho * s * t;
      const term = s ** a * t ** b * determinant ** (-d / 2);
      one += term;
      inner += (term * d * rho) / determinant;
    }
  }
  const scale = (STEP * STEP) / (gamma(a) * gamma(b));
  return [scale * one, scale * inner];
}
