/** Batch norm at one node, over all inputs of a ladder: what it takes out of a gradient. */
import { isTheoryError } from "../../../errors.js";
import { ladderBatchNorm, ladderBatchNormBackward } from "../../../theory/ladder/batchNorm/ladderBatchNorm.js";
import { byEvent, conditionalCovariances, conditionalMeans, meanOf, priorsOf } from "../../../theory/ladder/groupBy.js";
import type { Ladder, Region } from "../../../theory/ladder/ladder.js";

/** E[g], E[f~ g] and the root of E[g^2]: f~ is the activation with mean 0 and variance 1. */
export interface GradientParts {
  readonly mean: number;
  readonly along: number;
  readonly size: number;
}

export interface Normalised {
  /** One number an input, in the ladder's order. */
  readonly activation: readonly number[];
  readonly before: readonly number[];
  /** Behind batch norm with the gain sigma: the projection of `before`. */
  readonly after: readonly number[];
  readonly parts: { readonly before: GradientParts; readonly after: GradientParts };
  /** E[after | z], from all inputs, and from the means, variances and covariances of each label. */
  readonly enumerated: readonly number[];
  readonly byLabels: readonly number[];
}

export interface NormalisedNode {
  readonly node: string;
  /** null where batch norm has no answer: `problem` says why. */
  readonly result: Normalised | null;
  readonly problem: string;
}

interface Signals {
  readonly activation: readonly number[];
  readonly gradient: readonly number[];
}

function partsOf(ladder: Ladder, activation: readonly number[], gradient: readonly number[]): GradientParts {
  const mean = meanOf(ladder, activation);
  const centred = activation.map((value) => value - mean);
  const deviation = Math.sqrt(
    meanOf(
      ladder,
      centred.map((value) => value * value),
    ),
  );
  return {
    mean: meanOf(ladder, gradient),
    along:
      meanOf(
        ladder,
        gradient.map((value, atom) => value * centred[atom]!),
      ) / deviation,
    size: Math.sqrt(
      meanOf(
        ladder,
        gradient.map((value) => value * value),
      ),
    ),
  };
}

/** `gradient`: what arrives from above at the activation. */
export function normalisedNode(ladder: Ladder, region: Region, node: string, signals: Signals): NormalisedNode {
  const { activation, gradient } = signals;
  const events = byEvent(region);
  try {
    // every input is an event of its own; a gain of sigma leaves the projection alone
    const c1 = Math.sqrt(ladderBatchNorm(ladder.weights, activation).variance.total);
    const after = ladderBatchNormBackward(ladder.weights, activation, gradient, { c1 });
    const [means, gradients] = [activation, gradient].map((values) => conditionalMeans(ladder, values, events));
    const byLabels = ladderBatchNormBackward(priorsOf(ladder, region), means!, gradients!, {
      c1,
      variances: conditionalCovariances(ladder, activation, activation, events),
      covariances: conditionalCovariances(ladder, activation, gradient, events),
    });
    const parts = { before: partsOf(ladder, activation, gradient), after: partsOf(ladder, activation, after) };
    const enumerated = conditionalMeans(ladder, after, events);
    return { node, result: { activation, before: gradient, after, parts, enumerated, byLabels }, problem: "" };
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return { node, result: null, problem: error.message };
  }
}
