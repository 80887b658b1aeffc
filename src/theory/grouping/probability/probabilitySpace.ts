import { domainError } from "../../../numeric/domain.js";
import { assertShapes, numbers, optional, optionsOf } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { checkedLaw } from "./checkedLaw.js";
import { discretePartition, isEvent, type Partition } from "./partition.js";
import { assertModestSize, counts, partitionShape, spaceShape } from "./shapes.js";

/** (Omega, F, mu) with the points 0, ..., size - 1; frozen. */
export interface ProbabilitySpace {
  readonly size: number;
  /** Of the points; they sum to 1. Only sums over atoms of `events` have a meaning. */
  readonly weights: readonly number[];
  /** F, by its atoms. */
  readonly events: Partition;
}

/** For spaces that a construction makes: the weights are a law already. */
export const spaceOf = (weights: readonly number[], events: Partition): ProbabilitySpace =>
  Object.freeze({ size: weights.length, weights: Object.freeze(weights), events });

/**
 * The finite probability space of these weights; `events` are all sets of points by default. Weights may be zero; they are divided by their sum, which is
 * 1 to 1e-9. At most 2^20 points. Source: Assumption 3.1.
 * @throws TheoryError "domain" for weights that are no law, and a sigma-algebra on other points.
 */
export function probabilitySpace(
  weights: readonly number[],
  options: { readonly events?: Partition } = {},
): ProbabilitySpace {
  const shapes = { weights: numbers, options: optionsOf({ events: optional(partitionShape) }) };
  assertShapes(shapes, { weights, options });
  const law = checkedLaw("weights", weights);
  assertModestSize("weights", law.length);
  const events = options.events ?? discretePartition(law.length);
  if (events.size !== law.length) {
    throw domainError("events", `${events.size} points`, `${law.length} points`, "Give one weight a point.");
  }
  return spaceOf(law, events);
}

/** mu(event). Throws TheoryError "domain" for a set of points that is not in the sigma-algebra. */
export function probabilityOf(space: ProbabilitySpace, event: readonly number[]): number {
  assertShapes({ space: spaceShape, event: counts }, { space, event });
  if (!isEvent(space.events, event)) {
    const domain = "a union of atoms of the sigma-algebra";
    throw domainError("event", `{${event.slice(0, 8).join(", ")}}`, domain, "Add the other points of its atoms.");
  }
  return compensatedSum([...new Set(event)].map((point) => space.weights[point]!));
}
