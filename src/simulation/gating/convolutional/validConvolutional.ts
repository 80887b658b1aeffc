import { assertAbove, assertInteger, domainError } from "../../../numeric/domain.js";
import { assertKeys, show } from "../../validOptions.js";
import { hasOwnGates } from "../shapes.js";
import { LARGEST_ARRAY } from "../validData.js";
import { assertBeta, oneOf } from "../validSettings.js";
import type { Architecture } from "./architecture.js";
import type { LabelledImages } from "./convolutionalTrainer.js";
import type { ConvolutionalSettings } from "./settings.js";

const keys = {
  settings: ["architecture", "model", "beta", "image", "outputs", "rate", "batch", "epochs"],
  architecture: ["name", "layers", "dense", "normalised"],
  layer: ["kind", "filters", "stride"],
} as const;

const MOST_LAYERS = 256;
const LARGEST_WIDTH = 4096;

/** @throws TheoryError "domain" that names the setting and what it may be. */
export function assertConvolutionalSettings(settings: ConvolutionalSettings): void {
  assertKeys("settings", settings, keys.settings);
  const { model, beta, rate, batch, epochs } = settings;
  assertNetwork(settings);
  if (hasOwnGates({ model }) !== (beta !== null)) {
    throw domainError("beta", show(beta), "a beta for a DLGN, else null", "Other gates are not the model's own.");
  }
  if (beta !== null) assertBeta("beta", beta);
  assertAbove("rate", rate, 0);
  assertInteger("batch", batch, 1, 1024);
  assertInteger("epochs", epochs, 0, 1e6);
  const numbers = largestArray(settings);
  if (numbers <= LARGEST_ARRAY) return;
  throw domainError("batch", `${numbers} numbers of a layer`, `at most ${LARGEST_ARRAY}`, "Choose smaller batches.");
}

/** @throws TheoryError "domain" unless these are an architecture, a model, a number of classes and a shape of images. */
export function assertNetwork({
  architecture,
  model,
  outputs,
  image,
}: Pick<ConvolutionalSettings, "architecture" | "model" | "outputs" | "image">): void {
  assertArchitecture(architecture);
  oneOf("model", model, ["relu", "dlgn", "dlgn-pwc", "dln"]);
  assertInteger("outputs", outputs, 2, 256);
  assertKeys("image", image, ["channels", "height", "width"]);
  for (const name of ["channels", "height", "width"] as const) assertInteger(`image.${name}`, image[name], 1, 1024);
}

function assertArchitecture(architecture: Architecture): void {
  assertKeys("architecture", architecture, keys.architecture);
  const { layers, dense, normalised } = architecture;
  const refuse = (name: string, value: unknown, domain: string) =>
    domainError(name, show(value), domain, "Pass convolutional5, resNet34, resNet110 or one like them.");
  if (!Array.isArray(layers) || layers.length === 0 || layers.length > MOST_LAYERS) {
    throw refuse("architecture.layers", layers, `a list of 1 to ${MOST_LAYERS} layers`);
  }
  for (const [l, layer] of layers.entries()) {
    const name = `architecture.layers[${l}]`;
    assertKeys(name, layer, keys.layer);
    oneOf(`${name}.kind`, layer.kind, ["convolution", "residual"]);
    assertInteger(`${name}.filters`, layer.filters, 1, LARGEST_WIDTH);
    assertInteger(`${name}.stride`, layer.stride, 1, 8);
  }
  if (!Array.isArray(dense) || dense.length > MOST_LAYERS)
    throw refuse("architecture.dense", dense, "a list of widths");
  for (const nodes of dense) assertInteger("architecture.dense", nodes, 1, LARGEST_WIDTH);
  if (typeof normalised !== "boolean") throw refuse("architecture.normalised", normalised, "true or false");
}

/** Numbers of the largest array that a step needs: a batch of images in some layer, or the windows of one image. */
function largestArray({ architecture, image, batch }: ConvolutionalSettings): number {
  let { channels, height, width } = image;
  let largest = batch * channels * height * width;
  for (const { filters, stride } of architecture.layers) {
    height = Math.ceil(height / stride);
    width = Math.ceil(width / stride);
    const pixels = height * width;
    largest = Math.max(largest, batch * filters * pixels, 9 * Math.max(channels, filters) * pixels);
    channels = filters;
  }
  return largest;
}

/** @throws TheoryError "domain" for images that the settings do not fit. */
export function assertImages(name: string, images: LabelledImages, { image, outputs }: ConvolutionalSettings): void {
  assertKeys(name, images, ["inputs", "labels"]);
  const { inputs, labels } = images;
  const size = image.channels * image.height * image.width;
  if (!(labels instanceof Uint8Array) || labels.length === 0) {
    throw domainError(
      `${name}.labels`,
      labels?.length ?? show(labels),
      "a Uint8Array, not empty",
      "Label every image.",
    );
  }
  const strange = labels.find((label) => label >= outputs);
  if (strange !== undefined) {
    throw domainError(`${name}.labels`, strange, `0 to ${outputs - 1}`, "Every label needs an output of its own.");
  }
  if (!(inputs instanceof Float32Array) || inputs.length !== size * labels.length || !inputs.every(Number.isFinite)) {
    const domain = `a Float32Array of ${size} finite numbers for each of ${labels.length} labels`;
    throw domainError(`${name}.inputs`, inputs?.length ?? show(inputs), domain, "Pass images in rows.");
  }
}
