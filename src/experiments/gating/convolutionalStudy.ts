/** Gated convolutional networks on pictures: Tables 1 and 2. The user gives the pictures; none were run here. */
import type { Architecture } from "../../simulation/gating/convolutional/architecture.js";
import { multiplyAdds } from "../../simulation/gating/convolutional/multiplyAdds.js";
import { trainConvolutional } from "../../simulation/gating/convolutional/trainConvolutional.js";
import type { GatedMeasurement, GatedModel } from "../../simulation/gating/settings.js";
import type { Effort, Study, Variant } from "../experiment.js";
import { type Pictures, picturesOf } from "../images/pictures.js";
import { rounded } from "../statistics.js";
import { stopped } from "../stopped.js";

/** A row of a table. */
export interface ConvolutionalNetwork {
  readonly name: string;
  readonly model: GatedModel;
  readonly architecture: Architecture;
  /** That takes its place in a quick run. */
  readonly small: Architecture;
}

export interface ConvolutionalScale {
  readonly epochs: number;
  /** Images of a batch. */
  readonly batch: number;
}

export interface ConvolutionalResult {
  /** Name of the data, images to train on and to evaluate on. */
  readonly data: string;
  readonly images: readonly [training: number, evaluation: number];
  /** Of a training step, for each image. */
  readonly multiplyAdds: number;
  /** After each epoch; of the training images before their steps. */
  readonly training: readonly GatedMeasurement[];
  /** Before the first epoch and after each. */
  readonly evaluation: readonly GatedMeasurement[];
}

/** The paper's; beta is that of the circle: the text has none for pictures. */
const RATE = 2e-4;
const BETA = 4;

/** A quick run tries the way, and shows nothing. */
const quick = { epochs: 2, batch: 8, most: 60, halvings: 1 } as const;

/** The first and last pictures that a run of this effort takes. */
const taken: Readonly<Record<Effort, { readonly most: number; readonly halvings: number }>> = {
  quick: { most: quick.most, halvings: quick.halvings },
  full: { most: Number.MAX_SAFE_INTEGER, halvings: 0 },
};

export const variantsOf = (networks: readonly ConvolutionalNetwork[]): readonly Variant[] =>
  networks.map((_, k) => ({ network: k + 1 }));

const short = ({ loss, accuracy }: GatedMeasurement): GatedMeasurement => ({
  loss: rounded(loss),
  accuracy: accuracy === null ? null : rounded(accuracy),
});

/** A job is one network from one seed: what is finished is kept, an unfinished one begins anew. */
export function convolutionalStudy(
  id: string,
  networks: readonly ConvolutionalNetwork[],
  full: ConvolutionalScale,
): Study<ConvolutionalResult> {
  const scales: Readonly<Record<Effort, ConvolutionalScale>> = { quick, full };
  const settingsOf = (network: ConvolutionalNetwork, effort: Effort, image: Pictures["shape"], outputs: number) => {
    const { model } = network;
    const beta = model === "dlgn" || model === "dlgn-pwc" ? BETA : null;
    const architecture = effort === "full" ? network.architecture : network.small;
    const { epochs, batch } = scales[effort];
    return { architecture, model, beta, image, outputs, rate: RATE, batch, epochs };
  };
  return {
    id,
    settings: (effort) => ({ networks, ...taken[effort], ...scales[effort], rate: RATE, beta: BETA }),
    async run({ variant, seed, key }, { effort, images, signal, onProgress }) {
      if (images === null) throw new RangeError(`${id} needs images`);
      const { shape, ...data } = picturesOf(images, taken[effort]);
      const settings = settingsOf(networks[variant.network! - 1]!, effort, shape, images.classes);
      const { records, divergedAt } = await trainConvolutional(settings, data, {
        ...{ seed, ...(signal && { signal }) },
        ...(onProgress && { onProgress: (done) => onProgress(done / settings.epochs) }),
      });
      if (divergedAt !== null) throw new RangeError(`${key}: training diverged in epoch ${divergedAt}`);
      if (signal?.aborted) throw stopped();
      const { architecture, model, outputs, beta } = settings;
      return {
        data: images.name,
        images: [data.training.labels.length, data.evaluation.labels.length],
        multiplyAdds: multiplyAdds({ architecture, model, outputs, beta: beta ?? "hard" }, shape).step,
        training: records.flatMap(({ training }) => (training === null ? [] : [short(training)])),
        evaluation: records.map(({ evaluation }) => short(evaluation!)),
      };
    },
  };
}
