import { GaussianStream } from "../numeric/random/gaussianStream.js";
import { type Measured, measured, varianceOf } from "../simulation/statistics/mean.js";
import { median } from "../simulation/statistics/median.js";
import { mean } from "./statistics.js";

const RESAMPLES = 2000;

/** The median with its bootstrap standard error, from resamples that depend on the number of values only; infinite for one value. Not for an empty list. */
export function medianOf(values: readonly number[]): Measured {
  const count = values.length;
  const stream = new GaussianStream({ seed: 0, sample: 0, draw: count });
  const draw = () => values[Math.floor(stream.uniform() * count)]!;
  const medians = Array.from({ length: RESAMPLES }, () => median(Array.from({ length: count }, draw)));
  const error = count > 1 ? Math.sqrt(varianceOf(medians, mean(medians))) : Number.POSITIVE_INFINITY;
  return measured(median(values), error, count, count - 1, 0.95);
}
