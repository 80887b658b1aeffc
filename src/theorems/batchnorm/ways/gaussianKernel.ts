/**
 * The mean E z1_+^a z2_+^b of two standard normals with correlation c in polar coordinates of their plane: the radius gives
 * E r^(a+b) = 2^((a+b)/2) Gamma(1+(a+b)/2), the angle `quadrantMoment`. With b = a and over E z_+^(2a) = 2^(a-1) Gamma(a+1/2)/sqrt(pi) it is
 * J_a(c), by no code of the arc-cosine kernel. a, b > -1 (J: a > -1/2), -1 <= c <= 1. Relative accuracy 1e-14 for a <= 20.
 */
import gamma from "@stdlib/math-base-special-gamma";
import { type Branches, branchesOf, slopeBranches } from "./branches.js";
import { angleOf, quadrantMoment } from "./quadrantMoment.js";

const radius = (k: number): number => 2 ** (k / 2) * gamma(1 + k / 2);

export const gaussianQuadrant = (a: number, c: number): number =>
  radius(2 * a) * quadrantMoment(a, a, angleOf(-c), angleOf(c));

/** E z_+^k of a standard normal, k > -1. */
export const halfMoment = (k: number): number => (2 ** (k / 2 - 1) * gamma((k + 1) / 2)) / Math.sqrt(Math.PI);

/** J_a at the angle arccos(c) between two inputs, which has its digits at c = 1 too. */
export const kernelAtAngle = (a: number, theta: number): number =>
  (radius(2 * a) * quadrantMoment(a, a, Math.PI - theta, theta)) / halfMoment(2 * a);

/** J_a(c). */
export const kernelByAngle = (a: number, c: number): number => gaussianQuadrant(a, c) / halfMoment(2 * a);

/** E f(z1) g(z2) at correlation c: the four quadrants. */
export function gaussianPair(f: Branches, g: Branches, c: number): number {
  const [arc, angle] = [angleOf(-c), angleOf(c)];
  const same = (f.right * g.right + f.left * g.left) * quadrantMoment(f.exponent, g.exponent, arc, angle);
  const opposite = (f.right * g.left + f.left * g.right) * quadrantMoment(f.exponent, g.exponent, angle, arc);
  return radius(f.exponent + g.exponent) * (same + opposite);
}

/** E phi(z1) phi(z2)/E z_+^(2a) for phi(x) = p x_+^a - m x_-^a. */
export function homogeneousKernelByAngle(a: number, p: number, m: number, c: number): number {
  const phi = branchesOf({ alpha: a, p, m });
  return gaussianPair(phi, phi, c) / halfMoment(2 * a);
}

/** E phi'(z1) phi'(z2)/E z_+^(2a), the slope of the kernel by Price's theorem. a > 1/2. */
export function homogeneousSlopeByAngle(a: number, p: number, m: number, c: number): number {
  const slope = slopeBranches({ alpha: a, p, m });
  return gaussianPair(slope, slope, c) / halfMoment(2 * a);
}
