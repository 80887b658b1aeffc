/**
 * A classifier by plain SGD, one input at a time, on J = 1/2 |y - f(x)|^2 with y the one-hot label: W <- W + rate g a^T, g the negative gradient after a
 * node's gate.
 */
import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { forward, type Network, roomFor, widthsOf } from "./network.js";

/** Weights N(0, 2/inputs), biases 0. */
export function initialNetwork(widths: readonly number[], seed: number): Network {
  return widths.slice(1).map((nodes, l) => {
    const stream = new GaussianStream({ seed, sample: 1, draw: l });
    const inputs = widths[l]!;
    const weights = new Float32Array((inputs + 1) * nodes);
    for (let i = 0; i < inputs * nodes; i++) weights[i] = Math.sqrt(2 / inputs) * stream.next();
    return weights;
  });
}

/** Changes the weights of one layer by `rate` g a^T, and returns the gradient of the layer below (before its gate). */
function step(
  weights: Float32Array,
  below: Float32Array,
  gradient: Float32Array,
  rate: number,
  out: Float32Array,
): void {
  const nodes = gradient.length;
  for (let i = 0; i < below.length; i++) {
    const value = below[i]!;
    let sum = 0;
    for (let k = 0, at = i * nodes; k < nodes; k++, at++) {
      sum += weights[at]! * gradient[k]!;
      weights[at]! += rate * value * gradient[k]!;
    }
    out[i] = sum;
  }
  for (let k = 0, at = below.length * nodes; k < nodes; k++, at++) weights[at]! += rate * gradient[k]!;
}

export interface ClassifierOptions {
  readonly rate: number;
  /** Passes over the data, each in the order given. */
  readonly epochs: number;
  /** Between two passes, awaited. */
  readonly onEpoch?: (done: number) => void | Promise<void>;
}

/** Trains the network in place. */
export async function trainClassifier(
  network: Network,
  inputs: Float32Array,
  labels: Uint8Array,
  { rate, epochs, onEpoch }: ClassifierOptions,
): Promise<void> {
  const dimension = inputs.length / labels.length;
  const widths = widthsOf(network, dimension);
  const [activations, gradients] = [roomFor(widths), roomFor(widths)];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const [k, label] of labels.entries()) {
      forward(network, inputs.subarray(k * dimension, (k + 1) * dimension), activations);
      const [outputs, residual] = [activations.at(-1)!, gradients.at(-1)!];
      for (let c = 0; c < outputs.length; c++) residual[c] = (c === label ? 1 : 0) - outputs[c]!;
      for (let l = network.length - 1; l >= 0; l--) {
        step(network[l]!, activations[l]!, gradients[l + 1]!, rate, gradients[l]!);
        if (l > 0) for (const [i, value] of activations[l]!.entries()) if (value === 0) gradients[l]![i] = 0;
      }
    }
    await onEpoch?.(epoch + 1);
  }
}
