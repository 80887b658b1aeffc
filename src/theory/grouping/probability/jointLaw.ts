import { domainError } from "../../../numeric/domain.js";
import { assertShapes, list, numbers } from "../../../numeric/shape.js";
import { checkedLaw } from "./checkedLaw.js";
import { atomsOf, type RandomElement } from "./randomElement.js";
import { assertModestSize, counts, elementShape, jointShape } from "./shapes.js";

/** The law of several variables of finitely many states; frozen. */
export interface JointLaw {
  /** States of each variable. */
  readonly sizes: readonly number[];
  /** Row-major: the last variable's state changes fastest. */
  readonly weights: readonly number[];
}

export const productOf = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);

/** For tables that a construction makes. */
export const jointLawOf = (sizes: readonly number[], weights: readonly number[]): JointLaw =>
  Object.freeze({ sizes: Object.freeze([...sizes]), weights: Object.freeze(weights) });

/**
 * The law of variables with `sizes[i]` states each, by the probabilities of all combinations, row-major. At most 2^20 of them. No variable at all has one.
 * @throws TheoryError "domain" for sizes below 1, a table of another length and weights that are no law.
 */
export function jointLaw(sizes: readonly number[], weights: readonly number[]): JointLaw {
  assertShapes({ sizes: counts, weights: numbers }, { sizes, weights });
  const points = productOf(sizes);
  if (!(points >= 1)) throw domainError("sizes", `[${sizes}]`, "one state or more each", "Drop empty variables.");
  assertModestSize("sizes", points);
  if (weights.length !== points) {
    throw domainError("weights", `${weights.length} probabilities`, `${points}, one a combination`, "Complete it.");
  }
  return jointLawOf(sizes, checkedLaw("weights", weights));
}

/**
 * For each entry of a table of these sizes, its place in the table of the chosen variables, in the chosen order.
 * Places are a sum of contributions of the digits: they are built one variable at a time.
 */
export function placesIn(sizes: readonly number[], variables: readonly number[]): Int32Array {
  const strides = new Array<number>(sizes.length).fill(0);
  let stride = 1;
  for (const variable of [...variables].reverse()) {
    strides[variable] = stride;
    stride *= sizes[variable]!;
  }
  let places = new Int32Array(1);
  for (const [variable, size] of sizes.entries()) {
    const next = new Int32Array(places.length * size);
    for (let i = 0; i < next.length; i++) {
      next[i] = places[Math.floor(i / size)]! + strides[variable]! * (i % size);
    }
    places = next;
  }
  return places;
}

/** Throws TheoryError unless the list names different variables of the law. */
export function assertVariables(parameter: string, variables: readonly number[], { sizes }: JointLaw): void {
  counts(parameter, variables);
  const wrong = variables.find((variable, i) => variable >= sizes.length || variables.indexOf(variable) !== i);
  if (wrong === undefined) return;
  const domain = `different variables from 0 to ${sizes.length - 1}`;
  throw domainError(parameter, `[${variables}]`, domain, "Name each variable once.");
}

/** The law of the chosen variables, in that order. Throws TheoryError "domain" for variables that there are not, or twice. */
export function marginalLaw(law: JointLaw, variables: readonly number[]): JointLaw {
  assertShapes({ law: jointShape }, { law });
  assertVariables("variables", variables, law);
  const sizes = variables.map((variable) => law.sizes[variable]!);
  const places = placesIn(law.sizes, variables);
  const weights = new Array<number>(productOf(sizes)).fill(0);
  for (let i = 0; i < places.length; i++) weights[places[i]!]! += law.weights[i]!;
  return jointLawOf(sizes, weights);
}

/** The law of random elements of one space, a variable for each, a state for each atom. Throws TheoryError "domain" where the spaces differ. */
export function jointLawOfElements(elements: readonly RandomElement[]): JointLaw {
  assertShapes({ elements: list(elementShape, 1) }, { elements });
  const { space } = elements[0]!;
  const other = elements.findIndex((element) => element.space !== space);
  if (other > 0) {
    const remedy = "Carry it to that space (copyOf), or couple the two.";
    throw domainError(`elements[${other}]`, "a map on another space", "maps on the space of the first", remedy);
  }
  const sizes = elements.map(({ codomain }) => codomain.blocks.length);
  assertModestSize("elements", productOf(sizes));
  const weights = new Array<number>(productOf(sizes)).fill(0);
  const atoms = elements.map(atomsOf);
  for (const [point, weight] of space.weights.entries()) {
    weights[atoms.reduce((place, own, i) => place * sizes[i]! + own[point]!, 0)]! += weight;
  }
  return jointLawOf(sizes, weights);
}
