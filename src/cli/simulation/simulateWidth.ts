import { columnsOf, type Network } from "../../simulation/network.js";
import type { Recording, Sample } from "../../simulation/sample.js";
import { exactSampler } from "../../simulation/sampler/exact.js";
import { naiveSampler } from "../../simulation/sampler/naive.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";
import { drawSamples } from "./drawSamples.js";
import { loadBackend } from "./loadBackend.js";
import { indicesOf, seedOf, threadsOf } from "./readOptions.js";
import { openRunFile, type RunIdentity } from "./runFile.js";
import type { SimulateOptions } from "./simulateOptions.js";

export interface Run {
  readonly samples: readonly Sample[];
  /** Wall time; null where nothing was drawn. */
  readonly millisecondsPerSample: number | null;
}

/** Numbers that all samples together may hold: 1 GiB of doubles. */
const MAX_NUMBERS = 2 ** 27;

function assertHeld(network: Network, { covariance }: Recording, samples: number): void {
  const { depth } = network;
  const each = 2 * depth + 1 + (covariance ? (depth + 1) * (columnsOf(network) ** 2 + 3) : 0);
  if (each * samples <= MAX_NUMBERS) return;
  const most = Math.floor(MAX_NUMBERS / each);
  throw new UsageError(
    `--samples ${samples}: expected at most ${most} at this depth${covariance ? " and batch with --spectrum" : ""}, since all of them are held in memory. Draw fewer at a time, with --shard.`,
  );
}

/** Draws the networks of one width that are asked for and not yet on disk. */
export async function simulateWidth(
  network: Network,
  k: number,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<Run> {
  const engine = await loadBackend(options.backend);
  const recording: Recording = options.spectrum ? { covariance: true, jacobian: true } : {};
  const { sampler } = options;
  const asked = indicesOf(options, k);
  assertHeld(network, recording, asked.length);
  const identity: RunIdentity = { network, seed: seedOf(options), backend: engine.name, sampler, recording };
  const file = options.out === undefined ? null : openRunFile(options.out, identity, options.resume === true);
  const wanted = new Set(asked);
  const samples = (file?.samples ?? []).filter(({ index }) => wanted.has(index));
  const there = new Set(samples.map(({ index }) => index));
  const start = terminal.now();
  try {
    await drawSamples(
      {
        ...identity,
        ...{ engine, before: there.size, threads: threadsOf(options, terminal.cores) },
        indices: asked.filter((index) => !there.has(index)),
        open: sampler === "exact" ? exactSampler : naiveSampler,
        onSample: (sample) => {
          samples.push(sample);
          file?.append(sample);
        },
      },
      terminal,
    );
  } finally {
    file?.close();
  }
  const drawn = samples.length - there.size;
  const elapsed = terminal.now() - start;
  return { samples, millisecondsPerSample: drawn > 0 && elapsed > 0 ? elapsed / drawn : null };
}
