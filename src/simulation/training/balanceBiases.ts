import { median } from "../statistics/median.js";
import { activationsFor, forward } from "./plain/forward.js";

/** Samples that a median is taken over. */
const LOOKED_AT = 4096;

/**
 * Sets the bias of each hidden node to minus the median of w . f over the first 4096 inputs, so that it is active on half of
 * them, from the lowest layer up; those of the outputs to 0. Layers are (inputs + 1) x nodes, the biases last.
 */
export function balanceBiases(widths: readonly number[], layers: readonly Float32Array[], inputs: Float32Array): void {
  const dimension = widths[0]!;
  const count = Math.min(LOOKED_AT, inputs.length / dimension);
  for (const [l, layer] of layers.entries()) {
    const nodes = widths[l + 1]!;
    const biases = layer.fill(0, layer.length - nodes).subarray(layer.length - nodes);
    if (l === layers.length - 1) return;
    // the layer as a top one is linear
    const lower = layers.slice(0, l + 1).map((weights) => Float64Array.from(weights));
    const activations = activationsFor(widths.slice(0, l + 2));
    const seen = Array.from({ length: nodes }, () => new Float64Array(count));
    for (let s = 0; s < count; s++) {
      activations[0]!.set(inputs.subarray(s * dimension, (s + 1) * dimension));
      forward(lower, activations);
      for (let k = 0; k < nodes; k++) seen[k]![s] = activations[l + 1]![k]!;
    }
    for (let k = 0; k < nodes; k++) biases[k] = -median(seen[k]!);
  }
}
