import { domainError } from "../../numeric/domain.js";

/** What scripts/fetchData.mjs fetches. */
export type DataSet = "MNIST" | "Fashion-MNIST";

/** What experiments read; "CIFAR": the user's own files of CIFAR-10 or CIFAR-100, nothing is fetched. */
export type ImageSource = DataSet | "CIFAR";

/** Labelled images as numbers in rows. */
export interface Images {
  /** What it is, for captions. */
  readonly name: string;
  /** Of the contents: other data is another run. */
  readonly digest: string;
  readonly dimension: number;
  /** Planes of height x width; null where the inputs are no images. */
  readonly shape: { readonly channels: number; readonly height: number; readonly width: number } | null;
  readonly classes: number;
  /** count x dimension, row-major. */
  readonly inputs: Float32Array;
  /** 0 .. classes - 1. */
  readonly labels: Uint8Array;
}

/** So many images are used, the first ones: more would change nothing but the time. */
export const MOST_IMAGES = 10_000;
/** For convolutional networks, which need all that CIFAR has, its test images too: 0.74 GB in each thread. */
export const MOST_PICTURES = 60_000;
/** Fewer could not be split into a training and an evaluation set. */
const FEWEST = 20;
const MAX_DIMENSION = 4096;

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Throws TheoryError for data that nothing can be trained on. */
export function validImages(images: Images): Images {
  const { inputs, labels, dimension, classes } = images;
  const refuse = (parameter: string, value: unknown, domain: string) =>
    domainError(parameter, value, domain, "docs/experiments.md describes the formats.");
  if (labels.length < FEWEST) throw refuse("data", counted(labels.length, "image"), `at least ${FEWEST} images`);
  if (!(dimension >= 1 && dimension <= MAX_DIMENSION)) {
    throw refuse("data", `${counted(dimension, "number")} an image`, `1 to ${MAX_DIMENSION} numbers an image`);
  }
  if (inputs.length !== labels.length * dimension) {
    throw refuse("data", `${inputs.length} numbers`, `${dimension} for each of ${labels.length} labels`);
  }
  const broken = inputs.findIndex((value) => !Number.isFinite(value));
  if (broken >= 0) throw refuse("data", inputs[broken], "finite numbers");
  if (!(classes >= 2 && classes <= 256)) throw refuse("data", counted(classes, "class", "classes"), "2 to 256 classes");
  return Object.freeze(images);
}
