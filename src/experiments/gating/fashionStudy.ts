import { gatedOutputs } from "../../simulation/gating/gatedOutputs.js";
import type { GatedRecord, GatedSettings } from "../../simulation/gating/settings.js";
import { trainGated } from "../../simulation/gating/trainGated.js";
import { weightMatrices } from "../../simulation/gating/weightMatrices.js";
import { gatedNetwork } from "../../theory/gating/network/gatedNetwork.js";
import type { Effort, RunContext, Study } from "../experiment.js";
import type { Images } from "../images/images.js";
import { halved, type Split, splitImages } from "../images/prepareImages.js";
import { rounded } from "../statistics.js";
import { stopped } from "../stopped.js";
import {
  accuracyParts,
  type ClassKernels,
  classKernels,
  type Parts,
  pathParts,
  type Sample,
  sampleOf,
  tangentParts,
} from "./fashionMeasures.js";
import { harderLabels, simpleClasses } from "./harderLabels.js";

/** Variant `network` is the number in this list, from 1. */
export const fashionNetworks = Object.freeze([
  { name: "DLGN-PWC", model: "dlgn-pwc", beta: 4, asTheyAre: true },
  { name: "ReLU", model: "relu", beta: null, asTheyAre: true },
  // controls: each input less its mean, all over one standard deviation
  { name: "DLGN-PWC, centred", model: "dlgn-pwc", beta: 4, asTheyAre: false },
  { name: "ReLU, centred", model: "relu", beta: null, asTheyAre: false },
] as const);

interface Scale {
  /** Of the first images, so many are used, four fifths of them to train on. */
  readonly images: number;
  /** Times that height and width are halved. */
  readonly halvings: number;
  readonly epochs: number;
  readonly checkpoints: readonly number[];
  /** Images of each class at which kernels and paths are looked at. */
  readonly sample: number;
}

const scales: Readonly<Record<Effort, Scale>> = {
  quick: { images: 5000, halvings: 1, epochs: 12, checkpoints: [0, 1, 2, 3, 4, 6, 8, 10, 12], sample: 20 },
  full: {
    ...{ images: 10_000, halvings: 0, epochs: 60, sample: 50 },
    checkpoints: [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50, 60],
  },
};

const HIDDEN = [128, 128, 128, 128, 128];
const RATE = 2e-4;
const BATCH = 64;
const LABEL_SEED = 0;
/** The easy part is "almost learned" (section 5.1 of the appendix) at this accuracy on its evaluation images. */
export const MIDDLE = 0.72;

export interface FashionLook {
  readonly epoch: number;
  /** Cross-entropy on the training images. */
  readonly loss: number;
  /** Of evaluation images. */
  readonly accuracy: Parts;
  /** log10. */
  readonly paths: Parts;
  /** log10. */
  readonly tangent: Parts;
}

export interface FashionResult {
  readonly data: string;
  readonly simple: number;
  readonly looks: readonly FashionLook[];
  /** At the start, where the easy part is almost learned, and at the end. */
  readonly kernels: readonly ({ readonly epoch: number } & ClassKernels)[];
}

/** The first images, with fewer pixels where it is quick. */
function imagesOf(given: Images | null, effort: Effort): Images {
  if (given === null) throw new RangeError("this study needs images");
  const { images: most, halvings } = scales[effort];
  const { inputs, labels, dimension } = given;
  let images: Images = { ...given, inputs: inputs.subarray(0, most * dimension), labels: labels.subarray(0, most) };
  for (let k = 0; k < halvings; k++) images = halved(images);
  return images;
}

interface PreparedLabels {
  readonly labels: readonly number[];
}

function settingsOf(
  { dimension, classes }: Images,
  { model, beta }: (typeof fashionNetworks)[number],
  effort: Effort,
): GatedSettings {
  const { epochs, checkpoints } = scales[effort];
  return {
    ...{ model, inputs: dimension, hidden: HIDDEN, outputs: classes, bias: false, epochs, checkpoints },
    gates: beta === null ? null : { beta, fixed: false },
    ...{ loss: "cross-entropy", adam: { rate: RATE }, batches: { size: BATCH } },
  };
}

const networksOf = ({ model, gates }: GatedSettings, { weights }: GatedRecord) => {
  const matrices = weightMatrices(weights);
  const beta = gates?.beta;
  return {
    hard: gatedNetwork(model, matrices),
    soft: gatedNetwork(model, matrices, typeof beta === "number" ? { beta } : {}),
  };
};

async function lookAt(
  settings: GatedSettings,
  record: GatedRecord,
  split: Split,
  sample: Sample,
): Promise<FashionLook> {
  const { hard, soft } = networksOf(settings, record);
  const outputs = await gatedOutputs(settings, record.weights, split.evaluation);
  return {
    epoch: record.epoch,
    loss: rounded(record.loss),
    accuracy: accuracyParts(outputs, split.evaluationLabels, sample.simple),
    paths: pathParts(hard, sample),
    tangent: tangentParts(soft, sample),
  };
}

/** The start, the first look at which the easy part is almost learned, or else the one before the end, and the end. */
function threeOf(looks: readonly FashionLook[]): readonly number[] {
  const middle = looks.findIndex(({ accuracy }) => accuracy[0] >= MIDDLE);
  return [0, middle < 0 ? looks.length - 2 : middle, looks.length - 1];
}

/** ReLU networks and DLGNs with constant experts on images of which half of the classes are made hard to tell apart. */
export const fashionStudy: Study<FashionResult> = {
  id: "gating-fashion",
  settings: (effort) => ({
    ...{ networks: fashionNetworks, ...scales[effort], hidden: HIDDEN, rate: RATE, batch: BATCH },
    ...{ labelSeed: LABEL_SEED, middle: MIDDLE },
  }),
  async prepare({ images, effort }: Omit<RunContext, "prepared">): Promise<PreparedLabels> {
    return { labels: [...harderLabels(imagesOf(images, effort), LABEL_SEED)] };
  },
  async run({ variant, seed, key }, { effort, images: given, prepared, signal, onProgress }) {
    const images = { ...imagesOf(given, effort), labels: Uint8Array.from((prepared as PreparedLabels).labels) };
    const { dimension, classes } = images;
    const network = fashionNetworks[variant.network! - 1]!;
    const settings = settingsOf(images, network, effort);
    const split = splitImages(images, { asTheyAre: network.asTheyAre });
    const { records, divergedAt } = await trainGated(
      settings,
      { training: { inputs: split.training, labels: split.trainingLabels } },
      {
        ...{ seed, ...(signal && { signal }) },
        ...(onProgress && { onProgress: (done) => onProgress((0.9 * done) / settings.epochs) }),
      },
    );
    if (divergedAt !== null) throw new RangeError(`${key}: training diverged in epoch ${divergedAt}`);
    if (signal?.aborted) throw stopped();
    const simple = simpleClasses(images);
    const sample = sampleOf(
      { inputs: split.evaluation, labels: split.evaluationLabels, dimension },
      { classes, simple, most: scales[effort].sample },
    );
    const looks: FashionLook[] = [];
    for (const record of records) {
      looks.push(await lookAt(settings, record, split, sample));
      await onProgress?.(0.9 + (0.1 * looks.length) / records.length);
      if (signal?.aborted) throw stopped();
    }
    const kernels = threeOf(looks).map((k) => {
      const { hard, soft } = networksOf(settings, records[k]!);
      return { epoch: looks[k]!.epoch, ...classKernels(hard, soft, sample) };
    });
    return { data: images.name, simple, looks, kernels };
  },
};
