/**
 * Samples from several workers. A sample is a pure function of (network, seed, index, backend), so that how many
 * workers there are, which one draws which sample, and a worker that dies on the way change no bit of the result.
 */
import type { Recording, Sample } from "../sample.js";
import type { PortableNetwork, SamplerName } from "./messages.js";
import { type PoolOptions, runJobs } from "./pool.js";

export interface ParallelOptions extends PoolOptions {
  readonly seed: number;
  /** As the worker names it; default "wasm". */
  readonly backend?: string;
  /** Default "exact". */
  readonly sampler?: SamplerName;
  readonly recording?: Recording;
  /** In the order in which they finish. What it throws ends the run. */
  readonly onSample: (sample: Sample) => void;
}

const LARGEST_SHARE = 16;

/**
 * Draws the samples `indices` of the run `seed`, each once. Resolves when all are reported, or after an abort.
 *
 * @throws TheoryError for what the sampler refuses; Error when workers keep dying.
 */
export async function drawInParallel(
  network: PortableNetwork,
  indices: readonly number[],
  options: ParallelOptions,
): Promise<void> {
  const { seed, backend = "wasm", sampler = "exact", recording = {}, onSample } = options;
  await runJobs(
    {
      numbers: indices,
      opening: { kind: "open", network, seed, recording, backend, sampler },
      ask: (numbers) => ({ kind: "draw", indices: numbers }),
      numberOf: (reply) => (reply.kind === "sample" ? reply.sample.index : undefined),
      onFinished: (reply) => void (reply.kind === "sample" && onSample(reply.sample)),
      largestShare: LARGEST_SHARE,
    },
    options,
  );
}
