/** All that a report says of one network, as plain data. */
import type { BatchNorm } from "../batchNorm.js";
import { depthScaleOf } from "../depthScale.js";
import { followDynamics } from "../dynamics/dynamics.js";
import { LARGEST_BATCH, type Reached, reached } from "../dynamics/reached.js";
import { type DynamicsResult, dynamicsResult } from "../results/dynamicsResult.js";
import { type SpectrumResult, spectrumResult } from "../results/networkResult.js";

export interface NetworkPortrait {
  /** With a second method's rate, and where the network goes that leaves BSB1. */
  readonly spectrum: SpectrumResult;
  /** The path that a network with an unstable BSB1 takes; null for others, and for batches outside 4 .. 128. */
  readonly dynamics: DynamicsResult | null;
}

/** Layers at most, as in `reached`. */
const STEPS = 300;

const reachedBy = ({ kind, blocks, rate, notes }: DynamicsResult): Reached => ({
  ...{ kind, blocks, rate, notes: [notes.join(" ")] },
  depthScale: rate === null ? null : depthScaleOf(rate),
});

/**
 * Yields between pieces of work, so that a caller may stop or show progress. Smooth activations take milliseconds, epsilon > 0 with kinks up to a
 * second, a path two seconds. Throws what `batchNorm` throws.
 */
export function* followPortrait(network: BatchNorm): Generator<void, NetworkPortrait, void> {
  const spectrum = spectrumResult(network, true);
  yield;
  const { activation, batch, epsilon, gamma, beta, weightVariance } = network;
  if (spectrum.stability.verdict !== "unstable") return { spectrum, dynamics: null };
  if (!(batch >= 4 && batch <= LARGEST_BATCH)) {
    return { spectrum: { ...spectrum, reached: reached(network)! }, dynamics: null };
  }
  const path = followDynamics({ activation, batch, epsilon, gamma, beta, weightVariance }, { steps: STEPS });
  for (;;) {
    const { done, value } = path.next();
    if (!done) {
      yield;
      continue;
    }
    const dynamics = dynamicsResult(value);
    return { spectrum: { ...spectrum, reached: reachedBy(dynamics) }, dynamics };
  }
}
