import type { GatedSettings, TrainedWeights } from "./settings.js";

type Model = Pick<GatedSettings, "model" | "inputs" | "hidden" | "outputs">;

/** Inputs and nodes of each layer. */
export type Shape = Pick<TrainedWeights["W"][number], "inputs" | "nodes">;

/** Whether the gates have weights of their own. */
export const hasOwnGates = ({ model }: Pick<GatedSettings, "model">): boolean =>
  model === "dlgn" || model === "dlgn-pwc";

/** The layers that a network of these settings has. */
export function gatedShapes(settings: Model): { readonly W: readonly Shape[]; readonly U: readonly Shape[] } {
  const widths = [settings.inputs, ...settings.hidden, settings.outputs];
  const layers = widths.slice(1).map((nodes, l) => ({ inputs: widths[l]!, nodes }));
  return hasOwnGates(settings) ? { W: layers.slice(0, -1), U: layers } : { W: layers, U: [] };
}
