/**
 * Batch normalisation of one neuron over one batch of size B, and its derivative. With D the gradient at phi(gamma z + beta):
 *   z = (h - mean)/sqrt(variance + epsilon),   variance = mean (h - mean)^2,   e = gamma phi'(gamma z + beta) D,
 *   dLoss/dh = (e - mean(e) - z mean(e z))/sqrt(variance + epsilon):
 * the exact derivative, since d z_a/d h_b = (delta_ab - 1/B - z_a z_b/B)/sqrt(variance + epsilon) with epsilon too.
 * Not centred: the means of h and of e are not subtracted, and the mean square of h is the variance.
 */
import type { KernelOptions } from "../kernels.js";

/** X <- phi(gamma z + beta) for every neuron and batch of N x C arrays, column after column. */
export function bnForward(h: Float64Array, x: Float64Array, options: KernelOptions): void {
  const { width, columns, batch, gamma, beta, activation } = options;
  const z = new Float64Array(batch);
  for (let first = 0; first < columns; first += batch) {
    for (let i = 0; i < width; i++) {
      normalise(h, first * width + i, z, options);
      for (let c = 0; c < batch; c++) x[(first + c) * width + i] = activation.value(gamma * z[c]! + beta);
    }
  }
}

/** D, the gradient at phi(gamma z + beta), becomes the gradient at H. */
export function bnBackward(h: Float64Array, d: Float64Array, options: KernelOptions): void {
  const { width, columns, batch, gamma, beta, activation, centred } = options;
  const z = new Float64Array(batch);
  const e = new Float64Array(batch);
  for (let first = 0; first < columns; first += batch) {
    for (let i = 0; i < width; i++) {
      const scale = normalise(h, first * width + i, z, options);
      for (let c = 0; c < batch; c++) {
        e[c] = gamma * activation.derivative(gamma * z[c]! + beta) * d[(first + c) * width + i]!;
      }
      const meanE = centred ? mean(e) : 0;
      const meanEZ = meanProduct(e, z);
      for (let c = 0; c < batch; c++) d[(first + c) * width + i] = (e[c]! - meanE - z[c]! * meanEZ) * scale;
    }
  }
}

/**
 * Writes z of the neuron and batch whose first sample lies at `at`, and returns 1/sqrt(variance + epsilon), which is 0 for a
 * constant row without epsilon: z and the gradient are 0 there.
 */
function normalise(h: Float64Array, at: number, z: Float64Array, { width, epsilon, centred }: KernelOptions): number {
  // differences from the first sample: a constant row gives exact zeros, whatever its value
  const origin = centred ? h[at]! : 0;
  for (let c = 0; c < z.length; c++) z[c] = h[at + c * width]! - origin;
  const centre = centred ? mean(z) : 0;
  for (let c = 0; c < z.length; c++) z[c]! -= centre;
  const spread = meanProduct(z, z) + epsilon;
  const scale = spread > 0 ? 1 / Math.sqrt(spread) : 0;
  for (let c = 0; c < z.length; c++) z[c]! *= scale;
  return scale;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < values.length; c++) sum += values[c]!;
  return sum / values.length;
}

function meanProduct(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < left.length; c++) sum += left[c]! * right[c]!;
  return sum / left.length;
}
