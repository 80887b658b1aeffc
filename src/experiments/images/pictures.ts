import { domainError } from "../../numeric/domain.js";
import type { LabelledImages } from "../../simulation/gating/convolutional/convolutionalTrainer.js";
import type { Images } from "./images.js";
import { halved } from "./prepareImages.js";

export interface Pictures {
  readonly shape: NonNullable<Images["shape"]>;
  readonly training: LabelledImages;
  readonly evaluation: LabelledImages;
}

/**
 * Pictures for convolutional networks, as they are: the last sixth to evaluate on, which of CIFAR's files in their order is the
 * test batch. `most`: so many, the first and the last ones; `halvings`: times that height and width are halved.
 */
export function picturesOf(
  images: Images,
  { most, halvings }: { readonly most: number; readonly halvings: number },
): Pictures {
  const count = images.labels.length;
  const evaluated = Math.floor(Math.min(most, count) / 6);
  const trained = Math.min(most, count) - evaluated;
  const part = (first: number, end: number): Images => {
    const inputs = images.inputs.subarray(first * images.dimension, end * images.dimension);
    let own: Images = { ...images, inputs, labels: images.labels.subarray(first, end) };
    for (let k = 0; k < halvings; k++) own = halved(own);
    return own;
  };
  const [training, evaluation] = [part(0, trained), part(count - evaluated, count)];
  const { shape } = training;
  if (shape === null)
    throw domainError("data", images.name, "pictures, whose height and width are known", "Give CIFAR.");
  return { shape, training: labelled(training), evaluation: labelled(evaluation) };
}

const labelled = ({ inputs, labels }: Images): LabelledImages => ({ inputs, labels });
