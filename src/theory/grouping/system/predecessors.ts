import { domainError } from "../../../numeric/domain.js";
import { assertShapes, text } from "../../../numeric/shape.js";
import { type Poset, posetShape } from "./poset.js";

/** The place of an element. Throws TheoryError "domain" for a name that there is not. */
export function placeOf(order: Poset, element: string): number {
  assertShapes({ order: posetShape, element: text }, { order, element });
  const place = order.elements.indexOf(element);
  if (place >= 0) return place;
  throw domainError("element", `"${element}"`, "an element of the order", "Use one of its names.");
}

const named = (order: Poset, element: string, lists: "covers" | "coveredBy"): readonly string[] => {
  const place = placeOf(order, element);
  return Object.freeze(order[lists][place]!.map((other) => order.elements[other]!));
};

/** Immediate successors: the minimal elements above. Source: Algorithm 2. Throws TheoryError "domain" for a name that there is not. */
export const successors = (order: Poset, element: string): readonly string[] => named(order, element, "covers");

/**
 * Immediate predecessors: the maximal elements below. Source: Algorithm 2, corrected; `printedPredecessors` is what it says.
 * Throws TheoryError "domain" for a name that there is not.
 */
export const predecessors = (order: Poset, element: string): readonly string[] => named(order, element, "coveredBy");

/**
 * The smallest elements below, as Algorithm 2 prints it: the minimal elements of the whole order that are less, however far away.
 * Throws TheoryError "domain" for a name that there is not.
 */
export function printedPredecessors(order: Poset, element: string): readonly string[] {
  const place = placeOf(order, element);
  const { elements, less, coveredBy } = order;
  return Object.freeze(elements.filter((_, x) => less[x]![place] && coveredBy[x]!.length === 0));
}
