/** The dense operators of phi(x) = p x_+^alpha - m x_-^alpha, whole alpha; rules of few nodes, exact to 1e-10. */
import { denseOperators } from "./denseOperators.js";
import { type Homogeneous, homogeneousSlope, homogeneousValue } from "./homogeneous.js";
import type { DenseOperators } from "./sphereSums.js";

export const denseHomogeneous = (phi: Homogeneous, batch: number): DenseOperators =>
  denseOperators({ value: homogeneousValue(phi), derivative: homogeneousSlope(phi), kinks: [0] }, batch, {
    nodes: batch === 4 ? 22 : 14,
  });
