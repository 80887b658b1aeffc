/** The centred derivative of V at BSB1(sigma, c sigma) on G, L(B-2, 1) and M: dense, by central differences, and by the formulas. */
import type { Matrix } from "ml-matrix";
import { gaussianMoment, type Homogeneous, kernelSlope, kernelValue } from "../ways/homogeneous.js";
import { bsb1, centring, cyclePattern, differencePattern, doublyCentred, frobenius } from "../ways/patterns.js";
import { plainMap, pushed } from "../ways/pushedCovariance.js";

/** Rayleigh quotients, over sigma^(alpha-1). */
export function denseGaussianSpectrum(phi: Homogeneous, B: number, sigma: number, c: number): number[] {
  return [centring(B), differencePattern(B, B - 2, 1).div(B), cyclePattern(B).div(4)].map((matrix) => {
    const image = pushed(plainMap(phi), bsb1(B, sigma, c * sigma), matrix, gaussianRadius(sigma, c, matrix));
    return frobenius(doublyCentred(image), matrix) / frobenius(matrix, matrix) / sigma ** (phi.alpha - 1);
  });
}

/** How far t may go before an entry's correlation reaches 1 or a diagonal entry 0. */
export const gaussianRadius = (sigma: number, c: number, matrix: Matrix): number =>
  (sigma * (1 - Math.abs(c))) / (2 * Math.max(...matrix.to1DArray().map(Math.abs)));

/** B.65 as printed, over sigma^(alpha-1). */
export function gaussianSpectrum(phi: Homogeneous, B: number, c: number): number[] {
  const [gap, slope] = [kernelValue(phi, 1) - kernelValue(phi, c), kernelSlope(phi, c)];
  const on = (k: number) => (phi.alpha * (B - k) * gap + (k + c * (B - k)) * slope) / B;
  return [on(1), on(2), slope].map((value) => gaussianMoment(phi.alpha) * value);
}
