import type { FormatOptions } from "../options.js";

export const backendNames = ["wasm", "plain", "tfjs-node", "tfjs-node-gpu"] as const;

/** The options of `theoria simulate`, as they were typed. */
export interface SimulateOptions extends FormatOptions {
  readonly batch: string;
  readonly batches: string;
  readonly width: string;
  readonly depth: string;
  readonly samples: string;
  readonly seed: string;
  readonly epsilon: string;
  readonly gamma: string;
  readonly beta: string;
  readonly weightVariance: string;
  readonly residual?: true;
  readonly uncentred?: true;
  readonly spectrum?: true;
  readonly sampler: "exact" | "naive";
  readonly backend: (typeof backendNames)[number];
  readonly threads?: string;
  readonly out?: string;
  readonly resume?: true;
  readonly shard: string;
}
