import { assertAbove, assertInteger, domainError } from "../../numeric/domain.js";
import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import type { StopSignal } from "../stopSignal.js";
import {
  initialNormalisedWeights,
  type NormalisedSettings,
  type NormalisedWeights,
  validNormalisedSettings,
} from "./normalisedNetwork.js";
import { type NormalisedGradients, normalisedForward, normalisedGradients, softmaxLoss } from "./normalisedPass.js";

/** Inputs in rows, row-major, with their labels 0 .. outputs - 1. */
export interface LabelledRows {
  readonly inputs: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

export interface TrainNormalisedOptions {
  /** Samples a step, and of each evaluation. */
  readonly batch: number;
  readonly steps: number;
  /** W <- W - rate dLoss/dW. */
  readonly rate: number;
  readonly seed: number;
  readonly signal?: StopSignal;
  /** Before each step, with its gradients; awaited. */
  readonly onStep?: (step: number, weights: NormalisedWeights, gradients: NormalisedGradients) => void | Promise<void>;
}

export interface TrainedNormalised {
  readonly weights: NormalisedWeights;
  /** Steps made: fewer where it was stopped, or where numbers are no longer finite. */
  readonly steps: number;
  readonly diverged: boolean;
}

/** Rows by number, in double precision. */
function rowsOf({ inputs, labels }: LabelledRows, chosen: ArrayLike<number>, dimension: number) {
  const rows = new Float64Array(chosen.length * dimension);
  for (let b = 0; b < chosen.length; b++) {
    const from = chosen[b]! * dimension;
    for (let i = 0; i < dimension; i++) rows[b * dimension + i] = inputs[from + i]!;
  }
  return { rows, own: Array.from(chosen, (k) => labels[k]!) };
}

/** Whole passes over the samples, each in an order of its own; a rest smaller than a batch is left out. */
function* batchesOf(count: number, batch: number, seed: number): Generator<Uint32Array, never, void> {
  for (let epoch = 0; ; epoch++) {
    const stream = new GaussianStream({ seed, sample: 1, draw: epoch });
    const order = Uint32Array.from({ length: count }, (_, k) => k);
    for (let k = count - 1; k > 0; k--) {
      const other = Math.floor(stream.uniform() * (k + 1));
      [order[k], order[other]] = [order[other]!, order[k]!];
    }
    for (let from = 0; from + batch <= count; from += batch) yield order.subarray(from, from + batch);
  }
}

/**
 * Plain SGD on the cross-entropy, from N(0, 1/inputs) weights: a pure function of settings, data and seed. `batch` is 2 .. samples, `steps` 0 .. 1e6,
 * `rate` above 0.
 *
 * @throws TheoryError "domain".
 */
export async function trainNormalised(
  given: NormalisedSettings,
  data: LabelledRows,
  { batch, steps, rate, seed, signal, onStep }: TrainNormalisedOptions,
): Promise<TrainedNormalised> {
  const settings = validNormalisedSettings(given);
  const count = data.labels.length;
  assertInteger("batch", batch, 2, count);
  assertInteger("steps", steps, 0, 1e6);
  assertAbove("rate", rate, 0);
  if (data.inputs.length !== count * settings.inputs) {
    throw domainError("data", data.inputs.length, `${count} rows of ${settings.inputs} numbers`, "Pass whole rows.");
  }
  const weights = initialNormalisedWeights(settings, seed);
  const batches = batchesOf(count, batch, seed);
  for (let step = 0; step < steps; step++) {
    if (signal?.aborted) return { weights, steps: step, diverged: false };
    const { rows, own } = rowsOf(data, batches.next().value, settings.inputs);
    const gradients = normalisedGradients(settings, weights, normalisedForward(settings, weights, rows), own);
    if (!Number.isFinite(gradients.loss) || !gradients.squares.every(Number.isFinite)) {
      return { weights, steps: step, diverged: true };
    }
    await onStep?.(step, weights, gradients);
    for (const [l, matrix] of weights.entries()) {
      const gradient = gradients.weights[l]!;
      for (let at = 0; at < matrix.length; at++) matrix[at]! -= rate * gradient[at]!;
    }
  }
  return { weights, steps, diverged: false };
}

/** The share of right answers, each batch normalised over itself; a rest smaller than a batch is left out. */
export function normalisedAccuracy(
  settings: NormalisedSettings,
  weights: NormalisedWeights,
  data: LabelledRows,
  batch: number,
): number {
  const batches = Math.floor(data.labels.length / batch);
  let right = 0;
  for (let k = 0; k < batches; k++) {
    const { rows, own } = rowsOf(
      data,
      Uint32Array.from({ length: batch }, (_, b) => k * batch + b),
      settings.inputs,
    );
    right += softmaxLoss(normalisedForward(settings, weights, rows).outputs, own).accuracy / batches;
  }
  return right;
}
