/**
 * Moments of one and two samples of a batch of B for homogeneous functions, by the angle in the plane of two samples and the law of the
 * radius S of a point's projection on it, n = B-1, cos(delta) = -1/n:
 *
 *   E S^k = Gamma(1+k/2) Gamma(n/2)/Gamma((n+k)/2),        E z_+^k = n^(k/2) Gamma((k+1)/2) Gamma(n/2)/(2 sqrt(pi) Gamma((n+k)/2)).
 *
 * No arc-cosine kernel, no formula for an eigenvalue. B >= 4. Relative accuracy 1e-13. Ours.
 */
import gamma from "@stdlib/math-base-special-gamma";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { type Branches, branchesOf, type HomogeneousForm, slopeBranches, timesPower } from "./branches.js";
import { quadrantMoment } from "./quadrantMoment.js";

export interface HomogeneousValues extends HomogeneousForm {
  readonly B: number;
}

export interface SphereMeans {
  /** E f(z1). */
  one(f: Branches): number;
  /** E f(z1) g(z2). */
  two(f: Branches, g: Branches): number;
}

export function sphereMeans(batch: number): SphereMeans {
  const n = batch - 1;
  const half = (k: number) => (n ** (k / 2) * gamma((k + 1) / 2)) / (2 * Math.sqrt(Math.PI) * gammaRatio(n / 2, k / 2));
  const radius = (k: number) => (n ** (k / 2) * gamma(1 + k / 2)) / gammaRatio(n / 2, k / 2);
  const wide = Math.acos(-1 / n);
  const narrow = Math.acos(1 / n); // pi - wide
  return {
    one: ({ right, left, exponent }) => (right + left) * half(exponent),
    two(f, g) {
      const same = (f.right * g.right + f.left * g.left) * quadrantMoment(f.exponent, g.exponent, narrow, wide);
      const opposite = (f.right * g.left + f.left * g.right) * quadrantMoment(f.exponent, g.exponent, wide, narrow);
      return radius(f.exponent + g.exponent) * (same + opposite);
    },
  };
}

export interface HomogeneousMoments {
  /** E phi(z1)^2, E phi(z1) phi(z2) and their difference. */
  readonly q: number;
  readonly pair: number;
  readonly mu: number;
  /** E phi(z1), E z1 phi(z1). */
  readonly mean: number;
  readonly stein: number;
}

export function homogeneousMoments(values: HomogeneousValues): HomogeneousMoments {
  const { one, two } = sphereMeans(values.B);
  const phi = branchesOf(values);
  const { right, left, exponent } = phi;
  const q = one({ right: right * right, left: left * left, exponent: 2 * exponent });
  const pair = two(phi, phi);
  return { q, pair, mu: q - pair, mean: one(phi), stein: one(timesPower(phi, 1)) };
}

/** E[(B-1-z1^2) phi'(z1)^2 + (1+z1 z2) phi'(z1) phi'(z2)]/(mu (B-3)). alpha > 1/2. */
export function homogeneousRate(values: HomogeneousValues): number {
  const { one, two } = sphereMeans(values.B);
  const slope = slopeBranches(values);
  const square = { right: slope.right ** 2, left: slope.left ** 2, exponent: 2 * slope.exponent };
  const own = (values.B - 1) * one(square) - one(timesPower(square, 2));
  const crossed = two(slope, slope) + two(timesPower(slope, 1), timesPower(slope, 1));
  return (own + crossed) / (homogeneousMoments(values).mu * (values.B - 3));
}
