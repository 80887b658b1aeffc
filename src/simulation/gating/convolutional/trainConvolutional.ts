import { assertAbove, assertInteger, domainError } from "../../../numeric/domain.js";
import { assertKeys, show } from "../../validOptions.js";
import { batchesOf } from "../batches.js";
import type { GatedMeasurement, GatedModel, TrainGatedOptions } from "../settings.js";
import { adamOf, divergence } from "../trainer.js";
import { validRunOptions } from "../validRunOptions.js";
import type { Architecture } from "./architecture.js";
import { ConvolutionalTrainer, type LabelledImages } from "./convolutionalTrainer.js";
import { plainKernels } from "./plainKernels.js";
import type { Shape } from "./tensor.js";
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
  /** Means over the epoch's batches, each before its step; null at the start. */
  readonly training: number | null;
  /** Of the evaluation images, batch by batch; null where there are none. */
  readonly evaluation: GatedMeasurement | null;
}

export interface ConvolutionalRun {
  readonly seed: number;
  /** One after each epoch, and one before the first. */
  readonly records: readonly ConvolutionalRecord[];
  /** Epochs completed before the loss left all bounds. */
  readonly divergedAt: number | null;
}

export interface ConvolutionalData {
  readonly training: LabelledImages;
  readonly evaluation?: LabelledImages;
}

/**
 * Trains one of the convolutional networks of Tables 1 and 2 on labelled images by Adam on the cross-entropy. The run is a
 * pure function of (settings, data, seed, kernels). It takes hours: `multiplyAdds` says how many products an image needs.
 *
 * @throws TheoryError "domain" for settings, data or options outside their domain.
 */
export async function trainConvolutional(
  settings: ConvolutionalSettings,
  data: ConvolutionalData,
  options: Omit<TrainGatedOptions, "start">,
): Promise<ConvolutionalRun> {
  assertSettings(settings);
  assertImages("data.training", data.training, settings);
  if (data.evaluation !== undefined) assertImages("data.evaluation", data.evaluation, settings);
  const { seed, kernels = "wasm", signal, onProgress } = validRunOptions(options);
  const { architecture, model, outputs, image, rate, epochs } = settings;
  const trainer = new ConvolutionalTrainer(kernels === "plain" ? plainKernels : await openWasmKernels(), {
    model: { architecture, model, outputs, beta: settings.beta ?? "hard" },
    ...{ image, seed, adam: adamOf({ adam: { rate } }) },
  });
  const records: ConvolutionalRecord[] = [];
  let training: number | null = null;
  for (let epoch = 0; ; epoch++) {
    records.push({ epoch, training, evaluation: measured(trainer, data.evaluation, settings) });
    if (epoch === epochs || signal?.aborted) return { seed, records, divergedAt: null };
    const batches = batchesOf(
      { batches: { size: settings.batch } },
      { seed, epoch, samples: data.training.labels.length },
    );
    training = 0;
    for (const [k, batch] of batches.entries()) {
      const loss = trainer.step(chosen(data.training, batch));
      if (!(loss < divergence)) return { seed, records, divergedAt: epoch };
      training += loss / batches.length;
      await onProgress?.(epoch + (k + 1) / batches.length);
      if (signal?.aborted) return { seed, records, divergedAt: null };
    }
  }
}

function chosen({ inputs, labels }: LabelledImages, samples: Uint32Array): LabelledImages {
  const size = inputs.length / labels.length;
  const rows = new Float32Array(size * samples.length);
  for (const [k, s] of samples.entries()) rows.set(inputs.subarray(s * size, (s + 1) * size), k * size);
  return { inputs: rows, labels: Uint8Array.from(samples, (s) => labels[s]!) };
}

function measured(
  trainer: ConvolutionalTrainer,
  images: LabelledImages | undefined,
  { batch }: ConvolutionalSettings,
): GatedMeasurement | null {
  if (images === undefined) return null;
  const count = images.labels.length;
  let [loss, accuracy] = [0, 0];
  for (let first = 0; first < count; first += batch) {
    const samples = Uint32Array.from({ length: Math.min(batch, count - first) }, (_, k) => first + k);
    const one = trainer.measure(chosen(images, samples));
    loss += (one.loss * samples.length) / count;
    accuracy += (one.accuracy * samples.length) / count;
  }
  return { loss, accuracy };
}

function assertSettings(settings: ConvolutionalSettings): void {
  const keys = ["architecture", "model", "beta", "image", "outputs", "rate", "batch", "epochs"];
  assertKeys("settings", settings, keys);
  const { architecture, model, beta, image, outputs, rate, batch, epochs } = settings;
  if (!Array.isArray(architecture?.layers) || architecture.layers.length === 0) {
    const remedy = "Pass convolutional5, resNet34 or resNet110.";
    throw domainError("architecture", show(architecture), "an architecture with layers", remedy);
  }
  const own = model === "dlgn" || model === "dlgn-pwc";
  if (!own && model !== "relu" && model !== "dln") {
    throw domainError("model", show(model), '"relu", "dlgn", "dlgn-pwc" or "dln"', "Pass one of these.");
  }
  if (own !== (beta !== null)) throw domainError("beta", show(beta), "a beta for a DLGN, else null", "Correct it.");
  if (beta !== null && beta !== "hard") assertAbove("beta", beta, 0);
  assertKeys("image", image, ["channels", "height", "width"]);
  for (const name of ["channels", "height", "width"] as const) assertInteger(`image.${name}`, image[name], 1, 1024);
  assertInteger("outputs", outputs, 2, 256);
  assertAbove("rate", rate, 0);
  assertInteger("batch", batch, 1, 1024);
  assertInteger("epochs", epochs, 0, 1e6);
}

function assertImages(name: string, images: LabelledImages, { image, outputs }: ConvolutionalSettings): void {
  assertKeys(name, images, ["inputs", "labels"]);
  const { inputs, labels } = images;
  const size = image.channels * image.height * image.width;
  if (!(labels instanceof Uint8Array) || labels.length === 0 || labels.some((label) => label >= outputs)) {
    throw domainError(`${name}.labels`, show(labels), `a Uint8Array of 0 to ${outputs - 1}`, "Label every image.");
  }
  if (!(inputs instanceof Float32Array) || inputs.length !== size * labels.length || !inputs.every(Number.isFinite)) {
    const domain = `a Float32Array of ${size} finite numbers for each of ${labels.length} labels`;
    throw domainError(`${name}.inputs`, inputs?.length ?? show(inputs), domain, "Pass images in rows.");
  }
}
