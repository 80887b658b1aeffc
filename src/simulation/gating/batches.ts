import type { GatedSettings } from "./settings.js";
import { streamOf } from "./streams.js";

/** The samples of an epoch (0 is the first) in a random order (Fisher and Yates), cut into batches. */
export function batchesOf(
  settings: Pick<GatedSettings, "batches">,
  { seed, epoch, samples }: { readonly seed: number; readonly epoch: number; readonly samples: number },
): readonly Uint32Array[] {
  const stream = streamOf(seed, "order", epoch);
  const order = Uint32Array.from({ length: samples }, (_, s) => s);
  for (let s = samples - 1; s > 0; s--) {
    const other = Math.floor(stream.uniform() * (s + 1));
    [order[s], order[other]] = [order[other]!, order[s]!];
  }
  return batchEnds(settings, samples).map((end, k, ends) => order.subarray(k === 0 ? 0 : ends[k - 1]!, end));
}

/** Where the batches of so many samples end. */
function batchEnds({ batches }: Pick<GatedSettings, "batches">, samples: number): readonly number[] {
  if ("count" in batches) {
    return Array.from({ length: batches.count }, (_, k) => Math.floor(((k + 1) * samples) / batches.count));
  }
  const count = Math.ceil(samples / batches.size);
  return Array.from({ length: count }, (_, k) => Math.min(samples, (k + 1) * batches.size));
}

/** Samples of the largest batch. */
export const largestBatch = ({ batches }: Pick<GatedSettings, "batches">, samples: number): number =>
  "count" in batches ? Math.ceil(samples / batches.count) : Math.min(samples, batches.size);
