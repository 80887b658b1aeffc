import type { Activations } from "./forward.js";

/**
 * Adds scale times the negative gradient of one sample, dW_l = f_{l-1} g_l^T and db_l = g_l with g_L = f* - f and
 * g_{l-1} = D_{l-1} W_l g_l, relu'(0) = 0. `residual` is overwritten.
 */
export function addGradient(
  layers: readonly Float64Array[],
  activations: Activations,
  residual: Float64Array,
  scale: number,
  sums: readonly Float64Array[],
): void {
  let gradient = residual;
  for (let l = layers.length - 1; l >= 0; l--) {
    const below = activations[l]!;
    const nodes = gradient.length;
    const weights = layers[l]!;
    const sum = sums[l]!;
    const next = new Float64Array(below.length);
    for (let i = 0; i < below.length; i++) {
      if (l > 0 && below[i] === 0) continue;
      for (let k = 0; k < nodes; k++) {
        sum[i * nodes + k]! += scale * below[i]! * gradient[k]!;
        next[i]! += weights[i * nodes + k]! * gradient[k]!;
      }
    }
    for (let k = 0; k < nodes; k++) sum[below.length * nodes + k]! += scale * gradient[k]!;
    gradient = next;
  }
}
