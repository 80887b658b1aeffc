/** One batch through a network with batch norm, and its gradients by backpropagation through the batch statistics. */
import type { NormalisedSettings, NormalisedWeights } from "./normalisedNetwork.js";
import { layerWidths } from "./normalisedNetwork.js";
import { times, timesTransposed, transposedTimes } from "./products.js";

export interface NormalisedPass {
  /** A_0 .. A_depth, samples in rows. */
  readonly activations: readonly Float64Array[];
  /** BN(H_1) .. BN(H_depth). */
  readonly normalised: readonly Float64Array[];
  /** 1/sqrt(variance + epsilon) of each neuron, by layer. */
  readonly inverse: readonly Float64Array[];
  /** samples x outputs. */
  readonly outputs: Float64Array;
}

/** H becomes BN(H); returns 1/sqrt(variance + epsilon). A neuron without variance gives zeros where epsilon is 0. */
function normalise(h: Float64Array, width: number, epsilon: number): Float64Array {
  const samples = h.length / width;
  const inverse = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    let mean = 0;
    for (let b = 0; b < samples; b++) mean += h[b * width + i]! / samples;
    let variance = 0;
    for (let b = 0; b < samples; b++) variance += (h[b * width + i]! - mean) ** 2 / samples;
    // a variance that overflows is no number, or all samples would seem alike
    const divisor = Math.sqrt(variance === Number.POSITIVE_INFINITY ? Number.NaN : variance + epsilon);
    inverse[i] = divisor === 0 ? 0 : 1 / divisor;
    for (let b = 0; b < samples; b++) h[b * width + i] = inverse[i]! * (h[b * width + i]! - mean);
  }
  return inverse;
}

/** `inputs`: samples x inputs, row-major; two samples or more. */
export function normalisedForward(
  settings: NormalisedSettings,
  weights: NormalisedWeights,
  inputs: Float64Array,
): NormalisedPass {
  const { depth, epsilon, gamma, beta } = settings;
  const widths = layerWidths(settings);
  const activations = [inputs];
  const normalised: Float64Array[] = [];
  const inverse: Float64Array[] = [];
  for (let l = 0; l < depth; l++) {
    const h = timesTransposed(activations[l]!, weights[l]!, widths[l]!);
    inverse.push(normalise(h, widths[l + 1]!, epsilon));
    normalised.push(h);
    activations.push(h.map((z) => Math.max(0, gamma * z + beta)));
  }
  const outputs = timesTransposed(activations[depth]!, weights[depth]!, widths[depth]!);
  return { activations, normalised, inverse, outputs };
}

export interface NormalisedGradients {
  /** Mean over the samples of -ln softmax(outputs)_label. */
  readonly loss: number;
  /** Samples whose label has the largest output, over all; ties count for none. */
  readonly accuracy: number;
  /** dLoss/dW_1 .. dLoss/dW_{depth+1}. */
  readonly weights: readonly Float64Array[];
  /** ||dLoss/dH_l||^2, l = 1 .. depth. */
  readonly squares: readonly number[];
}

/** The loss, the share of right answers, and the gradient by the outputs. */
export function softmaxLoss(outputs: Float64Array, labels: ArrayLike<number>) {
  const [samples, classes] = [labels.length, outputs.length / labels.length];
  const gradient = new Float64Array(outputs.length);
  let [loss, right] = [0, 0];
  for (let b = 0; b < samples; b++) {
    const own = outputs.subarray(b * classes, (b + 1) * classes);
    const label = labels[b]!;
    const largest = own.reduce((a, value) => Math.max(a, value), Number.NEGATIVE_INFINITY);
    const total = own.reduce((sum, value) => sum + Math.exp(value - largest), 0);
    loss += (largest + Math.log(total) - own[label]!) / samples;
    for (let c = 0; c < classes; c++) {
      gradient[b * classes + c] = (Math.exp(own[c]! - largest) / total - Number(c === label)) / samples;
    }
    if (own.every((value, c) => c === label || value < own[label]!)) right++;
  }
  return { loss, accuracy: right / samples, gradient };
}

/** dLoss/dBN becomes dLoss/dH in place: inverse (g - mean g - z mean(g z)). */
function throughNorm(gradient: Float64Array, z: Float64Array, inverse: Float64Array): void {
  const width = inverse.length;
  const samples = gradient.length / width;
  for (let i = 0; i < width; i++) {
    let [mean, along] = [0, 0];
    for (let at = i; at < gradient.length; at += width) {
      mean += gradient[at]! / samples;
      along += (gradient[at]! * z[at]!) / samples;
    }
    for (let at = i; at < gradient.length; at += width) {
      gradient[at] = inverse[i]! * (gradient[at]! - mean - z[at]! * along);
    }
  }
}

export function normalisedGradients(
  settings: NormalisedSettings,
  weights: NormalisedWeights,
  pass: NormalisedPass,
  labels: ArrayLike<number>,
): NormalisedGradients {
  const { depth, gamma } = settings;
  const widths = layerWidths(settings);
  const { loss, accuracy, gradient: top } = softmaxLoss(pass.outputs, labels);
  const byWeights: Float64Array[] = [];
  const squares: number[] = [];
  let above: Float64Array = top;
  for (let l = depth; l >= 0; l--) {
    const below = pass.activations[l]!;
    byWeights[l] = transposedTimes(above, below, labels.length);
    if (l === 0) break;
    const gradient = times(above, weights[l]!, widths[l + 1]!);
    for (let at = 0; at < gradient.length; at++) gradient[at] = below[at]! > 0 ? gamma * gradient[at]! : 0;
    throughNorm(gradient, pass.normalised[l - 1]!, pass.inverse[l - 1]!);
    squares[l - 1] = gradient.reduce((sum, value) => sum + value * value, 0);
    above = gradient;
  }
  return { loss, accuracy, weights: byWeights, squares };
}
