/** What Eqn. 13 is about, of the first sample: responses of later layers by dual numbers. */
import { hyperDualSignals, layersOf, plainLosses } from "../ways/hyperDual.js";
import { readLayers } from "../ways/kronecker.js";
import { type NetworkSizes, networkOf } from "./settings.js";

/** dz/dz_q or dh/dz_q of a later layer of the first sample, by dual numbers: a column for each unit of layer q. */
export function response(values: NetworkSizes, q: number, later: number, what: "z" | "h"): number[][] {
  const problem = networkOf(values);
  const layers = layersOf(problem);
  return layers[q - 1]![0]!.map((_, column) => {
    const moved = { layer: q - 1, row: null, column };
    return hyperDualSignals(layers, "relu", problem.X[0]!, [moved, null])[later - 1]![what].map(([, slope]) => slope);
  });
}

export const firstSlope = (values: NetworkSizes): number => plainLosses(networkOf(values))[0]![1];
export const hiddenLayers = (values: NetworkSizes) => Array.from({ length: values.hidden }, (_, k) => k + 1);
export const readingOf = (values: NetworkSizes) => readLayers(networkOf(values), 0);
