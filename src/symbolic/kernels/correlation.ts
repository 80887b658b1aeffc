import { TheoryError } from "../../errors.js";
import type { Expression } from "../expression.js";
import { compareRational, rational, rationalText } from "../rational.js";
import { constantOf, type Exact, exact } from "./exact.js";

/** A correlation; `edge` is 1 or -1 for exactly these two, where kernels have singular points. */
export interface Correlation extends Exact {
  readonly edge: 1 | -1 | null;
}

const [top, bottom] = [rational(1), rational(-1)];

/** Throws a TheoryError "domain" for a number outside [-1, 1]. */
export function correlationOf(c: Expression): Correlation {
  const taken = exact(c, "#c");
  const value = constantOf(taken.value);
  if (value === null) return { ...taken, edge: null };
  const [above, below] = [compareRational(value, top), compareRational(value, bottom)];
  if (above > 0 || below < 0) {
    throw new TheoryError("c must be a correlation in [-1, 1]", {
      code: "domain",
      parameter: "c",
      value: rationalText(value),
      domain: "in [-1, 1]",
      remedy: "Clamp a correlation that rounding has put outside before the call.",
    });
  }
  return { ...taken, edge: above === 0 ? 1 : below === 0 ? -1 : null };
}
