import type { GatedSettings, TrainedWeights } from "./settings.js";
import { gatedShapes } from "./shapes.js";
import { streamOf } from "./streams.js";

/**
 * The weights before the first step: weights and biases uniform within 1/sqrt(fan-in), which is PyTorch's default for a
 * linear layer. A DLGN has the gates that a network with the same seed has in its lower layers.
 */
export function initialWeights(settings: GatedSettings, seed: number): TrainedWeights {
  const shapes = gatedShapes(settings);
  const draw = (part: "W" | "U") =>
    shapes[part].map(({ inputs, nodes }, layer) => {
      const stream = streamOf(seed, part, layer);
      const bound = 1 / Math.sqrt(inputs);
      const uniform = (count: number) => Float32Array.from({ length: count }, () => bound * (2 * stream.uniform() - 1));
      return { inputs, nodes, weights: uniform(inputs * nodes), bias: settings.bias ? uniform(nodes) : null };
    });
  return { W: draw("W"), U: draw("U") };
}
