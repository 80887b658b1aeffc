import { assertInteger } from "../../../numeric/domain.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { assertShapes, finite, flag, optional, settingsOf } from "../../../numeric/shape.js";
import { counts } from "../shapes.js";
import type { WeightedChild } from "./disentangledForward.js";
import { runsOf } from "./separableWeights.js";
import type { FactorisedLadder } from "./trainFactorised.js";

export interface RandomFactorisedLadder extends FactorisedLadder, WeightedChild {
  /** g~_i of each node, Gaussian; they sum to 0 where `centred`. */
  readonly gradients: readonly Vector[];
}

export interface RandomFactorisedOptions {
  /** Integer from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Which of the ladders of a seed, default 0. */
  readonly sample?: number;
  /** Whether the gradients sum to 0, default true. */
  readonly centred?: boolean;
  /** Events of each factor of alpha, 2 to 5, default 2; those of beta are binary. */
  readonly events?: number;
}

/**
 * A factorised ladder, a pure function of its sizes and seed: tables with uniform rows over their simplex, marginals with events of at least 0.2 / events, Gaussian
 * activations, weights, targets and gradients. sizes: |S_i|, integers from 0 to 6, of sum 12 at most, at most 6 of them. @throws TheoryError "domain".
 */
export function randomFactorisedLadder(
  sizes: readonly number[],
  options: RandomFactorisedOptions,
): RandomFactorisedLadder {
  assertShapes({ sizes: counts, options: settingsOf({ seed: finite, centred: optional(flag) }) }, { sizes, options });
  const { seed, sample = 0, centred = true, events = 2 } = options;
  assertInteger("sizes.length", sizes.length, 1, 6);
  for (const [i, size] of sizes.entries()) assertInteger(`sizes[${i}]`, size, 0, 6);
  assertInteger("the sum of sizes", runsOf(sizes).at(-1)!.to, 0, 12);
  assertInteger("events", events, 2, 5);
  const stream = new GaussianStream({ seed, sample, draw: 0 });
  const gaussians = (count: number) => Array.from({ length: count }, () => stream.next());
  const simplex = (count: number) => {
    const shares = Array.from({ length: count }, () => -Math.log(stream.uniform()));
    const total = shares.reduce((sum, value) => sum + value, 0);
    return shares.map((value) => value / total);
  };
  return {
    sizes,
    tables: sizes.map((size) => Array.from({ length: events }, () => simplex(2 ** size))),
    activations: sizes.flatMap((size) => Array.from({ length: size }, () => gaussians(2))),
    weights: sizes.map((size) => gaussians(size)),
    marginals: sizes.map(() => simplex(events).map((share) => 0.2 / events + 0.8 * share)),
    target: sizes.map(() => gaussians(events)),
    gradients: sizes.map(() => {
      const values = gaussians(events);
      const mean = centred ? values.reduce((sum, value) => sum + value, 0) / events : 0;
      return values.map((value) => value - mean);
    }),
  };
}
