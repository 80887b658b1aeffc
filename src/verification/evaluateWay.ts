import { isTheoryError } from "../errors.js";
import type { Parameters } from "../theorems/domain.js";
import type { Computed, Way } from "../theorems/theorem.js";
import { type Point, valuesAt } from "./point.js";

/** A side at a point: a value, "does not apply here", or a defect of the way. */
export type Evaluated =
  | { readonly outcome: "value"; readonly computed: Computed }
  | { readonly outcome: "skip"; readonly says: string }
  | { readonly outcome: "broken"; readonly says: string };

const skipped = new Set(["domain", "divergent", "not-applicable"]);

/** Runs a way. A TheoryError that says that it does not apply skips the point; any other exception is a defect. */
export function evaluateWay<P extends Parameters>(way: Way<P>, point: Point): Evaluated {
  try {
    return { outcome: "value", computed: way.evaluate(valuesAt<P>(point)) };
  } catch (error) {
    if (isTheoryError(error) && skipped.has(error.code)) return { outcome: "skip", says: error.message };
    const says = error instanceof Error ? error.message : String(error);
    return { outcome: "broken", says: `${way.name}: ${says.split("\n")[0]}` };
  }
}
