import type { Backend } from "../kernels/kernels.js";
import type { Network } from "../network.js";
import type { Recording, Sample } from "../sample.js";

/** Draws networks of one kind; holds memory until `close`. One sample at a time. */
export interface Sampler {
  /** The network `index` of the run `seed`: a pure function of (network, seed, index, backend). */
  sample(seed: number, index: number): Promise<Sample>;
  close(): void;
}

export type OpenSampler = (network: Network, backend: Backend, recording?: Recording) => Promise<Sampler>;

/**
 * Which array of a network a stream fills. They do not depend on the depth, so that a deeper network of the same seed
 * and index has the same lower layers.
 */
export const draws = Object.freeze({
  input: 0,
  topGradient: 1,
  /** Of W_l, l = 1 .. L, on the way up. */
  forward: (layer: number) => 2 * layer,
  /** Of W_l^T on the way down. */
  backward: (layer: number) => 2 * layer + 1,
});
