import { validRunOptions } from "../../validRunOptions.js";
import { batchesOf } from "../batches.js";
import type { GatedMeasurement, GatedModel, TrainGatedOptions } from "../settings.js";
import { adamOf } from "../trainer.js";
import type { Architecture } from "./architecture.js";
import { ConvolutionalTrainer, type LabelledImages, type LabelMeasurement } from "./convolutionalTrainer.js";
import { plainKernels } from "./plainKernels.js";
import type { Shape } from "./tensor.js";
import { assertConvolutionalSettings, assertImages } from "./validConvolutional.js";
import { openWasmKernels } from "./wasmKernels.js";

export interface ConvolutionalSettings {
  readonly architecture: Architecture;
  readonly model: GatedModel;
  /** Of the gates of a DLGN, as in GatedGates; null for the other models. */
  readonly beta: number | "hard" | null;
  readonly image: Pick<Shape, "channels" | "height" | "width">;
  /** Classes. */
  readonly outputs: number;
  /** Adam's rate; the paper's is 2e-4. */
  readonly rate: number;
  /** Images of a batch. */
  readonly batch: number;
  readonly epochs: number;
}

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
  /** False after an abort. */
  const tell = async (done: number): Promise<boolean> => {
    await onProgress?.(done);
    return !signal?.aborted;
  };
  const records: ConvolutionalRecord[] = [];
  const ended = (divergedAt: number | null) => ({ seed, records, divergedAt });
  let training: GatedMeasurement | null = null;
  for (let epoch = 0; ; epoch++) {
    const evaluated = new Totals(data.evaluation?.labels.length ?? 0);
    for (const samples of data.evaluation ? inTurn(data.evaluation.labels.length, batch) : []) {
      evaluated.add(trainer.measure(chosen(data.evaluation!, samples)), samples.length);
      if (!(await tell(epoch))) return ended(null);
    }
    const evaluation = data.evaluation === undefined ? null : evaluated.mean;
    if (!Number.isFinite(evaluation?.loss ?? 0)) return ended(epoch);
    records.push({ epoch, training, evaluation });
    if (epoch === epochs || signal?.aborted) return ended(null);
    const count = data.training.labels.length;
    const batches = batchesOf({ batches: { size: batch } }, { seed, epoch, samples: count });
    const seen = new Totals(count);
    for (const [k, samples] of batches.entries()) {
      const measured = trainer.step(chosen(data.training, samples));
      if (measured === null) return ended(epoch);
      seen.add(measured, samples.length);
      if (!(await tell(epoch + (k + 1) / batches.length))) return ended(null);
    }
    training = seen.mean;
  }
}

/** Means over batches, each with the weight of its images. */
class Totals {
  private loss = 0;
  private right = 0;

  constructor(private readonly count: number) {}

  add({ loss, accuracy }: LabelMeasurement, images: number): void {
    this.loss += loss * images;
    this.right += Math.round(accuracy * images);
  }

  get mean(): LabelMeasurement {
    return { loss: this.loss / this.count, accuracy: this.right / this.count };
  }
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
