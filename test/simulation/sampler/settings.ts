import type { NetworkOptions } from "../../../src/simulation/network.js";
import { identity, relu, tanh } from "../activations.js";

/** Rank one plus a diagonal; positive semidefinite for diagonal >= 0. */
const spiked = (vector: readonly number[], diagonal: number) =>
  vector.map((x, i) => vector.map((y, j) => x * y + (i === j ? diagonal : 0)));

/**
 * Where the exact sampler is held against the naive one: every option, and every way for a Gram matrix to be singular.
 */
export const settings: Readonly<Record<string, NetworkOptions>> = {
  "relu, N = 16, B = 4": { activation: relu, width: 16, batch: 4, depth: 3 },
  "tanh, N = 16, B = 8": { activation: tanh, width: 16, batch: 8, depth: 2 },
  "identity (singular Gram matrices), N = 16, B = 4": { activation: identity, width: 16, batch: 4, depth: 6 },
  "relu, N = 64, B = 6, one layer": { activation: relu, width: 64, batch: 6, depth: 1 },
  "tanh, B = N = 16": { activation: tanh, width: 16, batch: 16, depth: 2 },
  "relu, B = 20 > N = 16": { activation: relu, width: 16, batch: 20, depth: 2 },
  "identity, B = 12 > N = 8": { activation: identity, width: 8, batch: 12, depth: 2 },
  "tanh with epsilon, gamma, beta and a weight variance": {
    activation: tanh,
    width: 16,
    batch: 5,
    depth: 3,
    epsilon: 0.1,
    gamma: 1.3,
    beta: 0.4,
    weightVariance: 2,
  },
  "relu, residual": { activation: relu, width: 16, batch: 5, depth: 4, residual: true },
  "tanh, two batches": { activation: tanh, width: 16, batch: 4, batches: 2, depth: 3 },
  "relu, not centred": { activation: relu, width: 16, batch: 4, depth: 3, centred: false },
  "identity, not centred, residual, two batches, a singular input": {
    activation: identity,
    width: 16,
    batch: 3,
    batches: 2,
    depth: 3,
    centred: false,
    residual: true,
    epsilon: 0.01,
    weightVariance: 0.5,
    input: spiked([1, -0.5, 2, 0.3, 1, -1], 0),
    topGradient: spiked([1, 0, 0.5, 0, 0, -1], 0.2),
  },
  "relu, residual, N = 8, B = 9": { activation: relu, width: 8, batch: 9, depth: 3, residual: true, epsilon: 1e-3 },
};
