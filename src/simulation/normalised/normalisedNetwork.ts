/**
 * A classifier with batch norm before every activation, in double precision: with the samples of a batch in rows,
 *
 *   H_l = A_{l-1} W_l^T,   A_l = relu(gamma BN(H_l) + beta),   l = 1 .. depth,   A_0 the inputs,   outputs = A_depth W_{depth+1}^T,
 *
 * BN(h) = (h - mean)/sqrt(variance + epsilon) over the batch, each neuron by itself. gamma and beta stay as they are. There are no running averages: what is
 * evaluated is normalised over its own batch.
 */
import { assertInteger, domainError } from "../../numeric/domain.js";
import { GaussianStream } from "../../numeric/random/gaussianStream.js";

export interface NormalisedSettings {
  /** Numbers of one input. */
  readonly inputs: number;
  /** Neurons of each hidden layer. */
  readonly width: number;
  /** Hidden layers. */
  readonly depth: number;
  /** Classes. */
  readonly outputs: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
}

/** W_1 .. W_{depth+1}, each nodes x inputs, row-major. */
export type NormalisedWeights = readonly Float64Array[];

/** Inputs of W_l, l = 1 .. depth + 1, and at the end the outputs. */
export const layerWidths = ({ inputs, width, depth, outputs }: NormalisedSettings): readonly number[] => [
  inputs,
  ...Array.from({ length: depth }, () => width),
  outputs,
];

/** Throws TheoryError: inputs 1 .. 4096, width 1 .. 2048, depth 1 .. 1000, outputs 2 .. 256, epsilon >= 0, gamma not 0. */
export function validNormalisedSettings(settings: NormalisedSettings): NormalisedSettings {
  const { inputs, width, depth, outputs, epsilon, gamma, beta } = settings;
  assertInteger("inputs", inputs, 1, 4096);
  assertInteger("width", width, 1, 2048);
  assertInteger("depth", depth, 1, 1000);
  assertInteger("outputs", outputs, 2, 256);
  if (!(epsilon >= 0 && epsilon < Number.POSITIVE_INFINITY)) {
    throw domainError("epsilon", epsilon, "a number of at least 0", "1e-3 is usual.");
  }
  if (!Number.isFinite(gamma) || gamma === 0) {
    throw domainError("gamma", gamma, "a number other than 0", "Use 1 for no scaling.");
  }
  if (!Number.isFinite(beta)) throw domainError("beta", beta, "a number", "Use 0 for no shift.");
  return Object.freeze({ inputs, width, depth, outputs, epsilon, gamma, beta });
}

/** Independent N(0, 1/inputs of the layer): a pure function of settings and seed. */
export function initialNormalisedWeights(settings: NormalisedSettings, seed: number): NormalisedWeights {
  const widths = layerWidths(settings);
  return widths.slice(1).map((nodes, l) => {
    const inputs = widths[l]!;
    const stream = new GaussianStream({ seed, sample: 0, draw: l });
    return Float64Array.from({ length: nodes * inputs }, () => stream.next() / Math.sqrt(inputs));
  });
}
