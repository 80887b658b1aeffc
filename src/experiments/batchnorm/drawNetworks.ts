import { wasmBackend } from "../../simulation/kernels/wasm/wasmBackend.js";
import { validNetwork } from "../../simulation/network.js";
import type { Recording, Sample } from "../../simulation/sample.js";
import { exactSampler } from "../../simulation/sampler/exact.js";
import type { Job, RunContext, Variant } from "../experiment.js";
import { stopped } from "../stopped.js";
import { type NetworkPoint, type NetworkSize, networkAt } from "./networkPoint.js";

/** Networks of one job at most. */
const MOST = 1024;

/** Where the networks of a variant begin in the stream of a seed, so that variants are independent of each other: FNV-1a. */
function firstOf(variant: Variant): number {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(variant)) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return (hash % 2 ** 22) * MOST;
}

export interface DrawOptions {
  readonly recording?: Recording;
  /** Default 1, at most 1024. */
  readonly count?: number;
}

/**
 * The random networks of a job, drawn by their exact law, one after the other: a pure function of (point, size, variant, seed). Networks that broke down
 * are among them. Rejects with an AbortError when stopped.
 */
export async function drawNetworks(
  point: NetworkPoint,
  size: NetworkSize,
  { seed, variant }: Pick<Job, "seed" | "variant">,
  { signal, onProgress }: Pick<RunContext, "signal" | "onProgress">,
  { recording = {}, count = 1 }: DrawOptions = {},
): Promise<readonly Sample[]> {
  const sampler = await exactSampler(validNetwork(networkAt(point, size)), wasmBackend, recording);
  const samples: Sample[] = [];
  try {
    for (let k = 0; k < Math.min(count, MOST); k++) {
      if (signal?.aborted) throw stopped();
      samples.push(await sampler.sample(seed, firstOf(variant) + k));
      await onProgress?.((k + 1) / count);
    }
  } finally {
    sampler.close();
  }
  return samples;
}
