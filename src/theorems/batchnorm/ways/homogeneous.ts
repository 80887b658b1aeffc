/**
 * phi(x) = p x_+^alpha - m x_-^alpha, and its Gaussian kernel by an angle: with correlation cos(theta) and polar coordinates,
 *
 *   E phi(x) phi(y) = 2^alpha Gamma(alpha+1)/(2 pi) [(p^2 + m^2) A(pi - theta) - 2 p m A(theta)],
 *   A(L) = int_0^L sin^alpha(s) sin^alpha(L - s) ds,
 *
 * by tanh-sinh quadrature: no arccosine kernel and no series in it.
 */
import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { arccosineKernel } from "../../../numeric/special/arccosineKernel.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { activation } from "../../../symbolic/activation/create.js";

export interface Homogeneous {
  readonly alpha: number;
  readonly p: number;
  readonly m: number;
}

export const homogeneousValue =
  ({ alpha, p, m }: Homogeneous) =>
  (x: number): number =>
    x > 0 ? p * x ** alpha : x < 0 ? -m * (-x) ** alpha : 0;

/** phi', 0 at the origin. */
export const homogeneousSlope =
  ({ alpha, p, m }: Homogeneous) =>
  (x: number): number =>
    x > 0 ? alpha * p * x ** (alpha - 1) : x < 0 ? alpha * m * (-x) ** (alpha - 1) : 0;

/** The same function for the library, read from a text. */
export const homogeneousActivation = ({ alpha, p, m }: Homogeneous): Activation =>
  activation(`x > 0 ? ${p}*x^${alpha} : ${-m}*(-x)^${alpha}`);

function sineProduct(alpha: number, length: number): number {
  if (length <= 0) return 0;
  const f = (_: number, from: number, to: number) => (Math.sin(from) * Math.sin(to)) ** alpha;
  return doubleExponential(f, 0, length, { relativeTolerance: 1e-14 }).value;
}

/** E phi(x) phi(y) for standard normals with correlation c. */
export function pairMeanByAngle({ alpha, p, m }: Homogeneous, c: number): number {
  const theta = 2 * Math.atan2(Math.sqrt(Math.max(0, 1 - c)), Math.sqrt(Math.max(0, 1 + c)));
  const same = sineProduct(alpha, Math.PI - theta);
  const opposite = p * m === 0 ? 0 : sineProduct(alpha, theta);
  const radial = (2 ** alpha * gammaRatio(1, alpha)) / (2 * Math.PI);
  return radial * ((p * p + m * m) * same - 2 * p * m * opposite);
}

/** c_alpha = E z_+^(2 alpha), z standard normal (H.2). */
export const gaussianMoment = (alpha: number): number => 2 ** (alpha - 1) * gammaRatio(0.5, alpha);

/** J_phi(c) = (p^2 + m^2) J_alpha(c) - 2 p m J_alpha(-c) by the arccosine kernel (I.4). */
export const kernelValue = ({ alpha, p, m }: Homogeneous, c: number): number =>
  (p * p + m * m) * arccosineKernel(alpha, c).value - 2 * p * m * arccosineKernel(alpha, -c).value;

/** J_phi'(c). */
export function kernelSlope({ alpha, p, m }: Homogeneous, c: number): number {
  const opposite = p * m === 0 ? 0 : 2 * p * m * arccosineKernel(alpha, -c).derivative;
  return (p * p + m * m) * arccosineKernel(alpha, c).derivative + opposite;
}

/** K_{alpha,B} = c_alpha ((B-1)/2)^alpha / P((B-1)/2, alpha) (B.23). */
export const sphereMoment = (alpha: number, B: number): number =>
  gaussianMoment(alpha) * (((B - 1) / 2) ** alpha / gammaRatio((B - 1) / 2, alpha));
