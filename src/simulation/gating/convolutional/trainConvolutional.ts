import { validRunOptions } from "../../validRunOptions.js";
import { batchesOf } from "../batches.js";
import type { GatedMeasurement, TrainGatedOptions } from "../settings.js";
import { adamOf } from "../trainer.js";
import { ConvolutionalTrainer, type LabelledImages, type LabelMeasurement } from "./convolutionalTrainer.js";
import { plainKernels } from "./plainKernels.js";
import type { ConvolutionalSettings } from "./settings.js";
import { assertConvolutionalSettings, assertImages } from "./validConvolutional.js";
import { openWasmKernels } from "./wasmKernels.js";

export interface ConvolutionalRecord {
  readonly epoch: number;
  /** Means over the epoch's images, each batch before its step; null at the start. */
  readonly training: GatedMeasurement | null;
  /** Of the evaluation images, batch by batch; null where there are none. */
  readonly evaluation: GatedMeasurement | null;
}

export interface ConvolutionalRun {
  readonly seed: number;
  /** One after each epoch, and one before the first. */
  readonly records: readonly ConvolutionalRecord[];
  /** Epochs completed before the loss, or its gradient, left all bounds; null where none did. */
  readonly divergedAt: number | null;
}

export interface ConvolutionalData {
  readonly training: LabelledImages;
  readonly evaluation?: LabelledImages;
}

type Options = Omit<TrainGatedOptions, "start">;

/**
 * Trains one of the convolutional networks of Tables 1 and 2 on labelled images by Adam on the cross-entropy. The run is a
 * pure function of (settings, data, seed, kernels). It takes hours: `multiplyAdds` says how many products an image needs.
 * `onProgress` and the signal have their turn after each batch. It ends early where a loss or its gradient leaves all bounds,
 * and after an abort, with the epochs that are whole.
 *
 * @throws TheoryError "domain" for settings, data or options outside their domain.
 */
export async function trainConvolutional(
  settings: ConvolutionalSettings,
  data: ConvolutionalData,
  options: Options,
): Promise<ConvolutionalRun> {
  assertConvolutionalSettings(settings);
  assertImages("data.training", data.training, settings);
  if (data.evaluation !== undefined) assertImages("data.evaluation", data.evaluation, settings);
  const { seed, kernels = "wasm", signal, onProgress } = validRunOptions(options);
  const { architecture, model, outputs, image, rate, epochs, batch } = settings;
  const trainer = new ConvolutionalTrainer(kernels === "plain" ? plainKernels : await openWasmKernels(), {
    model: { architecture, model, outputs, beta: settings.beta ?? "hard" },
    ...{ image, seed, adam: adamOf({ adam: { rate } }) },
  });
  const { training, evaluation } = data;
  const records: ConvolutionalRecord[] = [];
  let trained: LabelMeasurement | null = null;
  for (let epoch = 0; ; epoch++) {
    const tell = async (done: number) => {
      await onProgress?.(done);
      return !signal?.aborted;
    };
    const turns = evaluation === undefined ? null : inTurn(evaluation.labels.length, batch);
    const evaluated =
      turns &&
      (await pass(
        turns,
        (own) => trainer.measure(chosen(evaluation!, own)),
        () => tell(epoch),
      ));
    if (isEnd(evaluated)) return { seed, records, divergedAt: evaluated === "diverged" ? epoch : null };
    records.push({ epoch, training: trained, evaluation: evaluated });
    if (epoch === epochs || signal?.aborted) return { seed, records, divergedAt: null };
    const batches = batchesOf({ batches: { size: batch } }, { seed, epoch, samples: training.labels.length });
    const step = (own: Uint32Array) => trainer.step(chosen(training, own));
    const outcome = await pass(batches, step, (share) => tell(epoch + share));
    if (isEnd(outcome)) return { seed, records, divergedAt: outcome === "diverged" ? epoch : null };
    trained = outcome;
  }
}

type End = "diverged" | "stopped";

const isEnd = (outcome: LabelMeasurement | End | null): outcome is End => typeof outcome === "string";

/** Means over the images of all batches. `measure` gives null after a divergence, `tell` (with the share that is done) false after an abort. */
async function pass(
  batches: readonly Uint32Array[],
  measure: (samples: Uint32Array) => LabelMeasurement | null,
  tell: (share: number) => Promise<boolean>,
): Promise<LabelMeasurement | End> {
  let [images, loss, right] = [0, 0, 0];
  for (const [k, samples] of batches.entries()) {
    const measured = measure(samples);
    if (measured === null || !Number.isFinite(measured.loss)) return "diverged";
    images += samples.length;
    loss += measured.loss * samples.length;
    right += Math.round(measured.accuracy * samples.length);
    if (!(await tell((k + 1) / batches.length))) return "stopped";
  }
  return { loss: loss / images, accuracy: right / images };
}

/** The numbers 0, 1, ... of so many samples, in batches. */
const inTurn = (count: number, batch: number): readonly Uint32Array[] =>
  Array.from({ length: Math.ceil(count / batch) }, (_, b) =>
    Uint32Array.from({ length: Math.min(batch, count - b * batch) }, (_, k) => b * batch + k),
  );

function chosen({ inputs, labels }: LabelledImages, samples: Uint32Array): LabelledImages {
  const size = inputs.length / labels.length;
  const rows = new Float32Array(size * samples.length);
  for (const [k, s] of samples.entries()) rows.set(inputs.subarray(s * size, (s + 1) * size), k * size);
  return { inputs: rows, labels: Uint8Array.from(samples, (s) => labels[s]!) };
}
