import { domainError } from "../../../numeric/domain.js";
import { assertShapes, optionsOf } from "../../../numeric/shape.js";
import { discretePartition, type Partition } from "./partition.js";
import type { ProbabilitySpace } from "./probabilitySpace.js";
import { count, counts, elementShape, partitionShape, spaceShape } from "./shapes.js";

/** A measurable map T from a probability space to the points of (E, E); frozen. */
export interface RandomElement {
  readonly space: ProbabilitySpace;
  /** T(omega) of each point. */
  readonly values: readonly number[];
  /** E, by its atoms. What is computed from T has one entry for each. */
  readonly codomain: Partition;
}

/** Whether the preimages of all events are events. The values are points of `codomain`. */
export function isMeasurable(space: ProbabilitySpace, values: readonly number[], codomain: Partition): boolean {
  assertShapes({ space: spaceShape, values: counts, codomain: partitionShape }, { space, values, codomain });
  return unmeasurable(space, values, codomain) === null;
}

/** Two points of one atom with values in different atoms. */
function unmeasurable({ events }: ProbabilitySpace, values: readonly number[], codomain: Partition) {
  const seen = new Map<number, number>();
  for (const [point, value] of values.entries()) {
    const block = events.blockOf[point]!;
    const first = seen.get(block);
    if (first === undefined) seen.set(block, point);
    else if (codomain.blockOf[values[first]!] !== codomain.blockOf[value]) return [first, point] as const;
  }
  return null;
}

/**
 * The random element with value `values[omega]` at each point of the space. E is the set {0, ..., states - 1} with all its subsets (`states` is by default
 * one more than the largest value), or `codomain`. Source: Definition A.1.
 * @throws TheoryError "domain" for values outside E, and a map that is not measurable, with two points that show it.
 */
export function randomElement(
  space: ProbabilitySpace,
  values: readonly number[],
  options: { readonly states?: number; readonly codomain?: Partition } = {},
): RandomElement {
  const shapes = { space: spaceShape, values: counts, options: optionsOf({ states: count, codomain: partitionShape }) };
  assertShapes(shapes, { space, values, options });
  if (values.length !== space.size) {
    throw domainError("values", `${values.length} values`, `${space.size} values`, "Give one for each point.");
  }
  const most = values.reduce((largest, value) => Math.max(largest, value), 0);
  const codomain = options.codomain ?? discretePartition(options.states ?? most + 1);
  if (most >= codomain.size) {
    throw domainError(
      "values",
      most,
      `states from 0 to ${codomain.size - 1}`,
      "Name more states, or change the value.",
    );
  }
  const pair = unmeasurable(space, values, codomain);
  if (pair !== null) {
    const value = `values ${values[pair[0]]} and ${values[pair[1]]} at the points ${pair[0]} and ${pair[1]}`;
    const domain = "a measurable map: these points are in one atom of the space";
    throw domainError("values", value, domain, "Refine the sigma-algebra of the space, or merge the values.");
  }
  return elementOf(space, values, codomain);
}

/** For maps that are measurable by construction. */
export const elementOf = (space: ProbabilitySpace, values: readonly number[], codomain: Partition): RandomElement =>
  Object.freeze({ space, values: Object.freeze([...values]), codomain });

/** The atom of the codomain in which the value at each point is. */
export const atomsOf = ({ values, codomain }: RandomElement): readonly number[] =>
  values.map((value) => codomain.blockOf[value]!);

/** mu(T^-1 A) of each atom A of the codomain. Throws TheoryError "domain" for anything but a random element. */
export function lawOf(element: RandomElement): readonly number[] {
  assertShapes({ element: elementShape }, { element });
  const law = new Array<number>(element.codomain.blocks.length).fill(0);
  const { weights } = element.space;
  for (const [point, atom] of atomsOf(element).entries()) law[atom]! += weights[point]!;
  return Object.freeze(law);
}

/**
 * The deterministic coupling's second element W(T): `map` sends each point of T's codomain to a state of a new one. Source: Definition A.3.
 * @throws TheoryError "domain" for a map of another length, and one that is not measurable.
 */
export function transported(
  element: RandomElement,
  map: readonly number[],
  options: { readonly states?: number; readonly codomain?: Partition } = {},
): RandomElement {
  assertShapes({ element: elementShape, map: counts }, { element, map });
  if (map.length !== element.codomain.size) {
    const domain = `${element.codomain.size} values`;
    throw domainError("map", `${map.length} values`, domain, "Give one for each point of the codomain.");
  }
  return randomElement(
    element.space,
    element.values.map((value) => map[value]!),
    options,
  );
}
