import type { GatedSettings } from "./settings.js";
import { gatedShapes } from "./shapes.js";

/** Weights of a network without its biases: the multiply-adds of one sample forward. */
export function weightCount(settings: Pick<GatedSettings, "model" | "inputs" | "hidden" | "outputs">): number {
  const { W, U } = gatedShapes(settings);
  return [...W, ...U].reduce((sum, { inputs, nodes }) => sum + inputs * nodes, 0);
}
