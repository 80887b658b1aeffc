/** What becomes of the circle over twelve seeds. */
import { type CircleOptions, circle } from "../../../src/simulation/gating/circle.js";
import { mapWeights } from "../../../src/simulation/gating/mapWeights.js";
import { forward } from "../../../src/simulation/gating/plain/forward.js";
import type { GatedRecord, GatedSettings } from "../../../src/simulation/gating/settings.js";
import { trainGated } from "../../../src/simulation/gating/trainGated.js";

const SEEDS = 12;

export const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

export const standardError = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / (values.length - 1) / values.length);

/** log10 of the ratio of active paths, top over bottom, summed over the points; gates count as open where eta >= 0. */
function imbalance(settings: GatedSettings, { weights }: GatedRecord): number {
  const hard = { ...settings, gates: settings.gates && { ...settings.gates, beta: "hard" as const } };
  const doubles = mapWeights(weights, (numbers) => Float64Array.from(numbers));
  const { inputs } = circle();
  const paths = Array.from({ length: inputs.length / 2 }, (_, k) => {
    const { gates } = forward(hard, doubles, inputs.subarray(2 * k, 2 * k + 2));
    return gates.reduce((product, layer) => product * layer.reduce((sum, gate) => sum + gate, 0), 1);
  });
  return Math.log10(mean(paths.slice(0, paths.length / 2)) / mean(paths.slice(paths.length / 2)));
}

/** Losses and imbalances at the last checkpoint, seed by seed. */
export async function outcome(
  settings: GatedSettings,
  frequencies: NonNullable<CircleOptions["frequencies"]> = "slow on top",
  { kernels = "wasm", seeds = SEEDS }: { readonly kernels?: "wasm" | "plain"; readonly seeds?: number } = {},
) {
  const losses: number[] = [];
  const ratios: number[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const { records } = await trainGated(settings, { training: circle({ frequencies }) }, { seed, kernels });
    losses.push(records.at(-1)!.loss);
    ratios.push(imbalance(settings, records.at(-1)!));
  }
  return { losses, ratios };
}
