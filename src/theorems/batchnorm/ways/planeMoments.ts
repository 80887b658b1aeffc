/**
 * E f(z1) g(z2) of two samples of a normalised batch for f and g positively homogeneous: with cos(delta) = -1/n, n = B-1,
 * z1 = S cos(t), z2 = S cos(t - delta), t uniform and independent of S, E S^k = n^(k/2) Gamma(1+k/2) Gamma(n/2)/Gamma((n+k)/2).
 * Tanh-sinh over the four arcs between the walls z1 = 0 and z2 = 0.
 */
import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import type { Coefficients } from "./orbitTensor.js";

type Scalar = (x: number) => number;

export function planeMoment(B: number, f: Scalar, g: Scalar, degree: number): number {
  const n = B - 1;
  const delta = Math.acos(-1 / n);
  const half = Math.PI / 2;
  // pi/2 < delta < pi: walls in order
  const walls = [-half, delta - half, half, delta + half, 3 * half];
  let sum = 0;
  for (let k = 0; k < 4; k++) {
    const arc = (t: number) => f(Math.cos(t)) * g(Math.cos(t - delta));
    sum += doubleExponential(arc, walls[k]!, walls[k + 1]!, {
      relativeTolerance: 1e-13,
      absoluteTolerance: 1e-15,
    }).value;
  }
  const radius = (n ** (degree / 2) * gammaRatio(1, degree / 2)) / gammaRatio(n / 2, degree / 2);
  return (radius * sum) / (2 * Math.PI);
}

export interface PairTensor {
  /** W_ij|kl = E[phi_k phi_l y_i y_j], y = G x, x ~ N(0, I): nine numbers, in the order of `orbitTensor`. */
  readonly W: Coefficients;
  readonly q: number;
  readonly qc: number;
}

/** All of W from four moments of pairs and from what the sums of y_i and y_i^2 are. */
export function pairTensor(phi: Scalar, alpha: number, B: number): PairTensor {
  const n = B - 1;
  const one = () => 1;
  const q = planeMoment(B, (z) => phi(z) ** 2, one, 2 * alpha);
  const qc = planeMoment(B, phi, phi, 2 * alpha);
  const weigh = (value: number) => (n * value) / B;
  const t0 = weigh(planeMoment(B, (z) => (phi(z) * z) ** 2, one, 2 * alpha + 2));
  const t2 = (n * q - t0) / n;
  const t4 = weigh(planeMoment(B, (z) => phi(z) * z * z, phi, 2 * alpha + 2));
  const t5 = weigh(
    planeMoment(
      B,
      (z) => phi(z) * z,
      (z) => phi(z) * z,
      2 * alpha + 2,
    ),
  );
  const t7 = (n * qc - 2 * t4) / (B - 2);
  const t3 = (t0 - n * t2) / (n * (B - 2));
  const t8 = (2 * t4 + 2 * t5 - (B - 2) * t7) / ((B - 2) * (B - 3));
  return { W: [t0, -t0 / n, t2, t3, t4, t5, -(t4 + t5) / (B - 2), t7, t8], q, qc };
}
