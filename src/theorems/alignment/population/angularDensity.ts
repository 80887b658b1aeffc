/** Densities of an angle, (1 + p cos(a - s) + q cos(2a)) / (2 pi), positive for |p| + |q| < 1; parameters of several theorems. */
import type { AngularDensity } from "../../../theory/alignment/population/angularMoment.js";
import { theta } from "./settings.js";

export const densityParameters = {
  theta,
  p: { set: "real", min: 0, max: 0.5, doc: "First harmonic of the density of the input's angle." },
  q: { set: "real", min: -0.4, max: 0.4, doc: "Second harmonic." },
  s: { set: "real", min: -3, max: 3, doc: "Phase of the first harmonic." },
} as const;

export interface DensityValues {
  readonly theta: number;
  readonly p: number;
  readonly q: number;
  readonly s: number;
}

export const densityOf =
  ({ p, q, s }: DensityValues): AngularDensity =>
  (a) =>
    (1 + p * Math.cos(a - s) + q * Math.cos(2 * a)) / (2 * Math.PI);

export const densityNotation = {
  theta: "the angle from w_j = (1, 0) to w_k",
  I: "I(theta) of eq. (56), the integral of (cos a, sin a) cos a p(a) over the angles a at which both nodes are active",
  I_1: "the integral of p there",
  I_0: "the integral of (cos b, sin b) p(b/2 - pi/2) over 0 < b < 2 pi",
  I_2: "the same over 0 < b < 2 theta",
} as const;
