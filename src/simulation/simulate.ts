import { assertRun } from "./assertRun.js";
import { drawHere } from "./drawHere.js";
import { type Network, type NetworkOptions, validNetwork } from "./network.js";
import { drawInWorkers } from "./parallel/drawInWorkers.js";
import type { Sample } from "./sample.js";
import type { SimulateOptions } from "./simulateOptions.js";
import { type Summary, type SummaryOptions, summarise } from "./summarise.js";

export interface Simulation {
  readonly network: Network;
  readonly seed: number;
  /** The backend's name. */
  readonly backend: string;
  /** By index. */
  readonly samples: readonly Sample[];
  /** True where `signal` stopped the run before its end. */
  readonly aborted: boolean;
  /** Setting up not counted, but that of workers is. null without a clock, or without a sample. */
  readonly millisecondsPerSample: number | null;
  /** Statistics of the samples. @throws TheoryError "domain" without any. */
  summary(options?: SummaryOptions): Summary;
}

/**
 * Simulates random networks `from` .. `from + samples - 1` of the run `seed`, one after the other or in workers.
 * Sample i is a pure function of (network, seed, i, backend), so a run may be cut anywhere and its parts merged: the
 * same bits.
 *
 * @throws TheoryError "domain" for options outside their domains, and for a plain function or a sampler of one's own
 * with workers; "not-applicable" where every network would collapse or overflow.
 */
export async function simulate(options: NetworkOptions, run: SimulateOptions): Promise<Simulation> {
  const network = validNetwork(options);
  assertRun(run);
  const { samples: count, seed, backend } = run;
  const draw = run.workers === undefined ? drawHere : drawInWorkers;
  const { samples, milliseconds } = await draw(network, run);
  return Object.freeze({
    network,
    seed,
    backend: backend.name,
    samples: Object.freeze(samples),
    aborted: samples.length < count,
    millisecondsPerSample: milliseconds === null || samples.length === 0 ? null : milliseconds / samples.length,
    summary: (summaryOptions?: SummaryOptions) => summarise(network, samples, summaryOptions),
  });
}
