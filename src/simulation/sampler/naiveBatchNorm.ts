import type { Network } from "../network.js";

/** One batch of one neuron, normalised: z, 1/S, and psi(z) = phi(gamma z + beta) with its slope. */
export interface NormalisedBatch {
  readonly z: readonly number[];
  /** 1/sqrt(variance + epsilon), or of the mean square. */
  readonly inverse: number;
  readonly value: readonly number[];
  readonly slope: readonly number[];
}

/** Batch norm and the activation of one neuron over one batch, as they are defined. */
export function naiveBatchNorm(h: readonly number[], network: Network): NormalisedBatch {
  const { activation, epsilon, gamma, beta, centred } = network;
  const mean = centred ? h.reduce((sum, x) => sum + x, 0) / h.length : 0;
  const variance = h.reduce((sum, x) => sum + (x - mean) ** 2, 0) / h.length;
  const spread = variance + epsilon;
  // a constant row
  const inverse = spread > 0 ? 1 / Math.sqrt(spread) : 0;
  const z = h.map((x) => (x - mean) * inverse);
  return {
    z,
    inverse,
    value: z.map((x) => activation.value(gamma * x + beta)),
    slope: z.map((x) => gamma * activation.derivative(gamma * x + beta)),
  };
}

/**
 * J_ij = d psi(z_i) / d h_j = psi'(z_i) (delta_ij - 1/B - z_i z_j / B) / S; without the 1/B where nothing is centred.
 */
export function naiveJacobian({ z, inverse, slope }: NormalisedBatch, centred: boolean): number[][] {
  const size = z.length;
  const shift = centred ? 1 / size : 0;
  return z.map((zi, i) => z.map((zj, j) => slope[i]! * inverse * ((i === j ? 1 : 0) - shift - (zi * zj) / size)));
}

/** d J: with e_i = d_i psi'(z_i), (e_j - mean e - z_j mean(e z)) / S; without mean e where nothing is centred. */
export function naiveGradient(
  { z, inverse, slope }: NormalisedBatch,
  d: readonly number[],
  centred: boolean,
): number[] {
  let sum = 0;
  let moment = 0;
  for (let i = 0; i < d.length; i++) {
    sum += d[i]! * slope[i]!;
    moment += d[i]! * slope[i]! * z[i]!;
  }
  const mean = centred ? sum / d.length : 0;
  return d.map((value, j) => inverse * (value * slope[j]! - mean - (z[j]! * moment) / d.length));
}
