import { assertKeys } from "../../validOptions.js";
import { hasOwnGates } from "../shapes.js";
import type { ConvolutionalModel } from "./forwardPass.js";
import type { Shape } from "./tensor.js";
import { assertNetwork } from "./validConvolutional.js";

export interface MultiplyAdds {
  /** One image through the network, the gates' included. */
  readonly forward: number;
  /** Of a training step, for each image: forward, and the gradients by weights and by inputs of every layer. */
  readonly step: number;
}

/**
 * Multiply-adds of the convolutions and dense layers: a window of k x k from c channels costs c k^2 for each filter and pixel. What goes entry by entry
 * (gates, normalisation) is left out.
 *
 * @throws TheoryError "domain" for an architecture, a model, a number of outputs (2 to 256) or an image outside their domain.
 */
export function multiplyAdds(
  network: ConvolutionalModel,
  image: Pick<Shape, "channels" | "height" | "width">,
): MultiplyAdds {
  assertKeys("network", network, ["architecture", "model", "outputs", "beta"]);
  const { architecture, model, outputs } = network;
  assertNetwork({ architecture, model, outputs, image });
  let { channels, height, width } = image;
  let hidden = 0;
  const convolution = (filters: number, size: number, from: number) => {
    hidden += filters * from * size ** 2 * height * width;
  };
  for (const { kind, filters, stride } of architecture.layers) {
    height = Math.ceil(height / stride);
    width = Math.ceil(width / stride);
    convolution(filters, 3, channels);
    if (kind === "residual") {
      convolution(filters, 3, filters);
      if (stride !== 1 || channels !== filters) convolution(filters, 1, channels);
    }
    channels = filters;
  }
  for (const nodes of architecture.dense) {
    hidden += nodes * channels;
    channels = nodes;
  }
  const forward = (hasOwnGates({ model }) ? 2 : 1) * hidden + channels * outputs;
  return { forward, step: 3 * forward };
}
