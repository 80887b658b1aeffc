/** Data sets and batches of the theorems about critical points of SGD. */
import type { SampleGradient } from "../../../theory/alignment/interpolation/batchCriticality.js";
import { seed, size } from "../ways/parameters.js";
import { gaussians, streamOf } from "../ways/randomObjects.js";

export const batchSizes = {
  N: size(1, 9, "Samples in the data set."),
  B: size(1, 9, "Samples in a batch, at most N."),
  seed,
} as const;

/** Random f_i (3 entries) and g_i (2 entries) of N samples; about one in five has g_i = 0. */
export function sampleGradients(seedOf: number, N: number): readonly SampleGradient[] {
  const stream = streamOf(seedOf, 8);
  return Array.from({ length: N }, () => {
    const dead = stream.uniform() < 0.2;
    return { f: gaussians(stream, 3), g: gaussians(stream, 2).map((entry) => (dead ? 0 : entry)) };
  });
}

/** Samples whose updates cancel over the whole data set: alternating signs of one update, and a zero where N is odd. */
export const cancellingGradients = (N: number): readonly SampleGradient[] =>
  Array.from({ length: N }, (_, i) => ({
    f: [1, 2, 1],
    g: N % 2 === 1 && i === N - 1 ? [0, 0] : [i % 2 === 0 ? 1 : -1, 0.5 * (i % 2 === 0 ? 1 : -1)],
  }));
