import { domainError } from "../../../numeric/domain.js";
import { assertShapes, list, text } from "../../../numeric/shape.js";
import { assertGroupingKernels, type GroupingKernels } from "../probability/groupingExtension.js";
import { jointLawOf, placesIn, productOf } from "../probability/jointLaw.js";
import { assertModestSize } from "../probability/shapes.js";
import {
  type EventRepresentation,
  lawOfNamed,
  representationOf,
  representationShape,
  variablesNamed,
} from "./eventRepresentation.js";

/** The outputs of the extension at the element s of the poset: H~ and H. */
export const outputNames = (s: string): readonly [string, string] => [`${s}.coupled`, `${s}.indicator`];

/**
 * A (partial) conditional grouping extension of an event representation: T is the named inputs together, row-major, and the result has H~ and H as its last
 * two elements, "s.coupled" and "s.indicator": P(..., h~, h) = P(...) nu(h | t) Q((t, h), h~). The law of what was there is kept.
 * Source: Definition 2, by its joint law.
 * @throws TheoryError "domain" for inputs that there are not, kernels that do not fit them, names that are taken, and more than 2^20 states.
 */
export function groupedRepresentation(
  representation: EventRepresentation,
  s: string,
  inputs: readonly string[],
  kernels: GroupingKernels,
): EventRepresentation {
  const shapes = { representation: representationShape, s: text, inputs: list(text) };
  assertShapes(shapes, { representation, s, inputs });
  const { names, law } = representation;
  const outputs = outputNames(s);
  const taken = outputs.find((name) => names.includes(name));
  if (taken !== undefined) throw domainError("s", `"${s}"`, `a new name: there is ${taken}`, "Rename the element.");
  const states = productOf(lawOfNamed(representation, inputs).sizes);
  assertGroupingKernels(`kernels of ${s}`, kernels, states);
  const { indicator, coupled } = kernels;
  assertModestSize(`kernels of ${s}`, law.weights.length * indicator.to * coupled.to);
  const places = placesIn(law.sizes, variablesNamed(representation, inputs));
  const weights: number[] = [];
  for (const [i, p] of law.weights.entries()) {
    const t = places[i]!;
    for (let value = 0; value < coupled.to; value++) {
      for (const [h, nu] of indicator.rows[t]!.entries()) {
        weights.push(p * nu * coupled.rows[t * indicator.to + h]![value]!);
      }
    }
  }
  return representationOf([...names, ...outputs], jointLawOf([...law.sizes, coupled.to, indicator.to], weights));
}
