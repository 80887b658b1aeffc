/**
 * Moments of two samples by one integral over an angle, for homogeneous functions: two unit vectors at an angle delta in a
 * plane, a point at the angle psi; both products are positive on an arc of length L = pi - delta, where they are sin(L - s)
 * and sin(s). The mean over the circle is
 *
 *   Q(a, b, delta) = (1/2 pi) int_0^L sin(s)^a sin(s+delta)^b ds,   a, b > -1,
 *
 * by tanh-sinh from both ends to the middle, and from exponents of 6 on by Gauss-Legendre. Ours. Accuracy 1e-14 relative for
 * a + b <= 40.
 */
import { addPiece } from "../../../numeric/quadrature/pieces.js";

const POINTS = 64;
/** Two singularities a small angle apart are as far in their logarithm as the nodes must be close. */
const POINTS_AT_SMALL_ANGLES = 256;

/** `angle` = delta and `arc` = pi - delta are both given: near 0 or pi one of them has lost its digits. */
export function quadrantMoment(a: number, b: number, arc: number, angle: number): number {
  const smooth = Math.min(a, b) >= 6;
  const points = angle < 0.05 && !smooth ? POINTS_AT_SMALL_ANGLES : POINTS;
  let sum = 0;
  addPiece({ from: 0, to: arc / 2, regular: smooth }, points, false, (s, weight) => {
    const [near, far] = [Math.sin(s), Math.sin(s + angle)];
    sum += weight * (a === b ? 2 * (near * far) ** a : near ** a * far ** b + near ** b * far ** a);
  });
  return sum / (2 * Math.PI);
}

/** The angle arccos(c), with its digits at c = 1 too. */
export const angleOf = (c: number): number => 2 * Math.atan2(Math.sqrt(1 - c), Math.sqrt(1 + c));
