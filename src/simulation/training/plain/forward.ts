/**
 * Fully connected ReLU networks: f_l = ReLU(W_l^T f_{l-1} + b_l) in hidden layers, the top one linear. A layer's weights are
 * (inputs + 1) x nodes, the biases last, row-major.
 */

/** Activations of one sample by layer: the inputs first, the outputs last. */
export type Activations = readonly Float64Array[];

type Numbers = Float32Array | Float64Array;

export const activationsFor = (widths: readonly number[]): Activations =>
  widths.map((nodes) => new Float64Array(nodes));

/** Fills `activations` above the inputs, which are there already; in single precision where they are. */
export function forward(layers: readonly Numbers[], activations: readonly Numbers[]): void {
  for (const [l, weights] of layers.entries()) {
    const below = activations[l]!;
    const above = activations[l + 1]!;
    const nodes = above.length;
    for (let k = 0; k < nodes; k++) above[k] = weights[below.length * nodes + k]!;
    for (let i = 0; i < below.length; i++) {
      const activation = below[i]!;
      if (activation === 0) continue;
      for (let k = 0; k < nodes; k++) above[k]! += activation * weights[i * nodes + k]!;
    }
    if (l < layers.length - 1) for (let k = 0; k < nodes; k++) above[k] = Math.max(0, above[k]!);
  }
}
