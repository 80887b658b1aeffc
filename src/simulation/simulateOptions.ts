import type { Backend } from "./kernels/kernels.js";
import type { StartWorker } from "./parallel/channel.js";
import type { Recording, Sample } from "./sample.js";
import type { OpenSampler } from "./sampler/sampler.js";
import type { StopSignal } from "./stopSignal.js";

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
  /** Called with each sample when it is there; awaited. Workers do not wait for it, and finish samples in any order. */
  readonly onSample?: (sample: Sample) => void | Promise<void>;
  /** An AbortSignal: stops after the network in work, or workers at once; what is there is kept. */
  readonly signal?: StopSignal;
  /**
   * `count` workers, 1 .. 256, draw instead of this thread: the same samples, bit for bit. They have the backends
   * plain and wasm, the exact sampler, and take an activation with a program; `start` is `webWorkers(...)` in a page,
   * `startNodeWorker` of theoria/simulation/node in Node.
   */
  readonly workers?: { readonly start: StartWorker; readonly count: number };
  /** Milliseconds; without a clock `millisecondsPerSample` is null. */
  readonly now?: () => number;
}
