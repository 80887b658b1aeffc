import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import type { Images } from "./images.js";

/** Images with half of the rows and columns: means of 2 x 2 blocks of each plane. Unchanged where they are no images, or of odd size. */
export function halved(images: Images): Images {
  const { shape, inputs, dimension } = images;
  if (shape === null || shape.height % 2 === 1 || shape.width % 2 === 1) return images;
  const [height, width] = [shape.height / 2, shape.width / 2];
  const small = new Float32Array(inputs.length / 4);
  const rows = images.labels.length * shape.channels * height;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      const from = 2 * row * shape.width + 2 * column;
      const sum = inputs[from]! + inputs[from + 1]! + inputs[from + shape.width]! + inputs[from + shape.width + 1]!;
      small[row * width + column] = sum / 4;
    }
  }
  return { ...images, inputs: small, dimension: dimension / 4, shape: { channels: shape.channels, height, width } };
}

export interface Split {
  readonly training: Float32Array;
  readonly trainingLabels: Uint8Array;
  readonly evaluation: Float32Array;
  readonly evaluationLabels: Uint8Array;
}

/**
 * Four fifths to train on, the rest to evaluate on, in an order that depends on their number only; each input less its mean, all over one standard
 * deviation, or `asTheyAre`.
 */
export function splitImages({ inputs, labels, dimension }: Images, { asTheyAre = false } = {}): Split {
  const stream = new GaussianStream({ seed: 0, sample: 0, draw: 0 });
  const order = Array.from(labels, (_, k) => k);
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(stream.uniform() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  const trained = Math.floor(0.8 * order.length);
  const { means, scale } = asTheyAre
    ? { means: new Float64Array(dimension), scale: 1 }
    : standard({ inputs, dimension }, order.slice(0, trained));
  const rows = (chosen: readonly number[]) => {
    const out = new Float32Array(chosen.length * dimension);
    for (const [row, k] of chosen.entries()) {
      for (let i = 0; i < dimension; i++) out[row * dimension + i] = scale * (inputs[k * dimension + i]! - means[i]!);
    }
    return out;
  };
  const [first, second] = [order.slice(0, trained), order.slice(trained)];
  return {
    ...{ training: rows(first), trainingLabels: Uint8Array.from(first, (k) => labels[k]!) },
    ...{ evaluation: rows(second), evaluationLabels: Uint8Array.from(second, (k) => labels[k]!) },
  };
}

/** The mean of each input over the chosen images, and the reciprocal of the standard deviation of all of them. */
function standard({ inputs, dimension }: Pick<Images, "inputs" | "dimension">, chosen: readonly number[]) {
  const means = new Float64Array(dimension);
  for (const k of chosen) for (let i = 0; i < dimension; i++) means[i]! += inputs[k * dimension + i]!;
  for (let i = 0; i < dimension; i++) means[i]! /= chosen.length;
  let variance = 0;
  for (const k of chosen) {
    for (let i = 0; i < dimension; i++) variance += (inputs[k * dimension + i]! - means[i]!) ** 2;
  }
  return { means, scale: variance > 0 ? 1 / Math.sqrt(variance / (chosen.length * dimension)) : 0 };
}
