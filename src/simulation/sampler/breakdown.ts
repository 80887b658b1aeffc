import type { Network } from "../network.js";
import type { Sample } from "../sample.js";
import { COLLAPSED } from "./assertUsable.js";

/** Where and how a network stops being one: nothing can be measured on it. */
export type Breakdown = Required<Pick<Sample, "collapsed">> | Required<Pick<Sample, "overflowed">>;

/** For each batch the trace of its block of `gram`, C x C, and the part that batch norm keeps. */
function spreadsOf(gram: Float64Array, { batch, batches, centred }: Network) {
  const columns = batch * batches;
  return Array.from({ length: batches }, (_, b) => {
    let trace = 0;
    let sum = 0;
    for (let i = b * batch; i < (b + 1) * batch; i++) {
      trace += gram[i * columns + i]!;
      for (let j = b * batch; j < (b + 1) * batch; j++) sum += gram[i * columns + j]!;
    }
    return { trace, spread: centred ? trace - sum / batch : trace };
  });
}

/**
 * Without epsilon, batch norm divides 0 by 0 where the samples of a batch have become one point (centred) or zero (not
 * centred); a residual connection keeps them apart. `gram` is X_layer^T X_layer / N, C x C, row after row. A share of
 * 1e-12 of its trace counts as rounding. null where all is well.
 */
export function breakdownOf(gram: Float64Array, network: Network, layer: number): Breakdown | null {
  const { epsilon, residual, depth } = network;
  for (const { trace, spread } of spreadsOf(gram, network)) {
    if (!Number.isFinite(trace) || !Number.isFinite(spread)) return { overflowed: layer };
    // no batch norm follows the top layer
    if (epsilon === 0 && !residual && layer <= depth && !(spread > COLLAPSED * trace)) return { collapsed: layer };
  }
  return null;
}

/** The sample of a network that broke down. */
export const brokenSample = (index: number, { depth }: Network, breakdown: Breakdown): Sample => ({
  index,
  logGradient: new Array<number>(depth + 1).fill(Number.NEGATIVE_INFINITY),
  logWeightGradient: new Array<number>(depth).fill(Number.NEGATIVE_INFINITY),
  ...breakdown,
});

/**
 * ||dLoss/dH|| relative to the terms that cancel in it, below which it is rounding: `rounding` times the largest share
 * trace/(spread + epsilon) by which batch norm magnifies what was rounded, 1e-4 at most. `grams` are those of
 * X_1 .. X_L.
 */
export function cancellation(grams: readonly Float64Array[], network: Network, rounding: number): number {
  const added = (network.epsilon * network.batch) / network.weightVariance;
  const shares = grams.flatMap((gram) => spreadsOf(gram, network).map(({ trace, spread }) => trace / (spread + added)));
  return Math.min(1e-4, rounding * Math.max(1, ...shares.filter((share) => share > 1)));
}
