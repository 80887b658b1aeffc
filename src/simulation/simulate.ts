import { assertInteger } from "../numeric/domain.js";
import type { Backend } from "./kernels/kernels.js";
import { type Network, type NetworkOptions, validNetwork } from "./network.js";
import type { Recording, Sample } from "./sample.js";
import { exactSampler } from "./sampler/exact.js";
import type { OpenSampler } from "./sampler/sampler.js";
import type { StopSignal } from "./stopSignal.js";
import { type Summary, type SummaryOptions, summarise } from "./summarise.js";

export interface SimulateOptions {
  /** How many networks, 1 .. 2^32. */
  readonly samples: number;
  /** Integer, 0 .. 2^53 - 1. */
  readonly seed: number;
  readonly backend: Backend;
  /** The first index: a run of n networks is the runs of its parts. Default 0. */
  readonly from?: number;
  /** What samples hold besides gradient norms. Default nothing. */
  readonly record?: Recording;
  /** Default the exact sampler. */
  readonly sampler?: OpenSampler;
  /** Called with each sample when it is there; awaited. */
  readonly onSample?: (sample: Sample) => void | Promise<void>;
  /** An AbortSignal: stops after the network in work; what is there is kept. */
  readonly signal?: Pick<StopSignal, "aborted">;
  /** Milliseconds; without a clock `millisecondsPerSample` is null. */
  readonly now?: () => number;
}

export interface Simulation {
  readonly network: Network;
  readonly seed: number;
  /** The backend's name. */
  readonly backend: string;
  /** By index. */
  readonly samples: readonly Sample[];
  /** True where `signal` stopped the run before its end. */
  readonly aborted: boolean;
  /** Setting up not counted. null without a clock, or without a sample. */
  readonly millisecondsPerSample: number | null;
  /** Statistics of the samples. @throws TheoryError "domain" without any. */
  summary(options?: SummaryOptions): Summary;
}

/**
 * Simulates random networks `from` .. `from + samples - 1` of the run `seed`, one after the other. Sample i is a pure
 * function of (network, seed, i, backend), so a run may be cut anywhere and its parts merged: the same bits.
 *
 * @throws TheoryError "domain" for options outside their domains; "not-applicable" where a network collapses or
 * overflows.
 */
export async function simulate(options: NetworkOptions, run: SimulateOptions): Promise<Simulation> {
  const network = validNetwork(options);
  const { samples: count, seed, backend, from = 0, record = {}, sampler: open = exactSampler } = run;
  assertInteger("samples", count, 1, 2 ** 32);
  assertInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  assertInteger("from", from, 0, 2 ** 32 - count);
  const samples: Sample[] = [];
  const aborted = () => run.signal?.aborted === true;
  let milliseconds: number | null = null;
  const sampler = await open(network, backend, record);
  try {
    const start = run.now?.();
    for (let index = from; index < from + count && !aborted(); index++) {
      const sample = await sampler.sample(seed, index);
      samples.push(sample);
      await run.onSample?.(sample);
    }
    if (start !== undefined && samples.length > 0) milliseconds = (run.now!() - start) / samples.length;
  } finally {
    sampler.close();
  }
  return Object.freeze({
    network,
    seed,
    backend: backend.name,
    samples: Object.freeze(samples),
    aborted: samples.length < count,
    millisecondsPerSample: milliseconds,
    summary: (summaryOptions?: SummaryOptions) => summarise(network, samples, summaryOptions),
  });
}
