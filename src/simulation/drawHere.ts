import type { Network } from "./network.js";
import type { Sample } from "./sample.js";
import { exactSampler } from "./sampler/exact.js";
import type { SimulateOptions } from "./simulateOptions.js";

export interface Drawn {
  /** By index. */
  readonly samples: readonly Sample[];
  /** null without a clock. */
  readonly milliseconds: number | null;
}

/** The samples of a run one after the other, in this thread. */
export async function drawHere(network: Network, run: SimulateOptions): Promise<Drawn> {
  const { samples: count, seed, backend, from = 0, record = {}, sampler: open = exactSampler, signal } = run;
  const samples: Sample[] = [];
  const sampler = await open(network, backend, record);
  try {
    const start = run.now?.();
    for (let index = from; index < from + count && !signal?.aborted; index++) {
      const sample = await sampler.sample(seed, index);
      samples.push(sample);
      await run.onSample?.(sample);
    }
    return { samples, milliseconds: start === undefined ? null : run.now!() - start };
  } finally {
    sampler.close();
  }
}
