import { hasOwnGates } from "../shapes.js";
import type { ConvolutionalModel } from "./forwardPass.js";

interface ImageShape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

export interface MultiplyAdds {
  /** One image through the network, the gates' included. */
  readonly forward: number;
  /** Of a training step, for each image: forward, and the gradients by weights and by inputs of every layer. */
  readonly step: number;
}

/** Multiply-adds of the convolutions and dense layers; what goes entry by entry is left out. */
export function multiplyAdds({ architecture, model, outputs }: ConvolutionalModel, image: ImageShape): MultiplyAdds {
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
