/** A ReLU network as the students' are laid out: (inputs + 1) x nodes a layer, the biases last, row-major. */
import { forward as forwardAbove } from "../../simulation/training/plain/forward.js";

export type Network = readonly Float32Array[];

/** Nodes a layer, the inputs first. */
export function widthsOf(network: Network, inputs: number): readonly number[] {
  const widths = [inputs];
  for (const weights of network) widths.push(weights.length / (widths.at(-1)! + 1));
  return widths;
}

/** Activations of every layer for one input, the input first; the last layer is linear. `out` has room for them. */
export function forward(network: Network, input: Float32Array, out: readonly Float32Array[]): void {
  out[0]!.set(input);
  forwardAbove(network, out);
}

export const roomFor = (widths: readonly number[]): readonly Float32Array[] =>
  widths.map((nodes) => new Float32Array(nodes));

/** The share of inputs (in rows) whose largest output is that of their label. */
export function accuracy(network: Network, inputs: Float32Array, labels: Uint8Array): number {
  const dimension = inputs.length / labels.length;
  const room = roomFor(widthsOf(network, dimension));
  let right = 0;
  for (const [k, label] of labels.entries()) {
    forward(network, inputs.subarray(k * dimension, (k + 1) * dimension), room);
    const outputs = room.at(-1)!;
    if (outputs.every((value) => value <= outputs[label]!)) right++;
  }
  return right / labels.length;
}
