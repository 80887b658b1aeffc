import { TheoryError } from "../../errors.js";
import type { Expression } from "../expression.js";
import { compareRational, rational, rationalText } from "../rational.js";
import { constantOf, type Exact, exact } from "./exact.js";

/**
 * The degree alpha of a kernel. `kind` says which closed form there is: "whole" for alpha = 0, 1, 2, ... (`index`
 * alpha), "half" for alpha = 1/2, 3/2, ... (`index` alpha - 1/2), "general" otherwise.
 */
export interface Degree extends Exact {
  readonly kind: "whole" | "half" | "general";
  readonly index: number;
}

/** Closed forms above this degree are longer than they are useful: the hypergeometric form stands for them. */
const maximalIndex = 200;
const lowest = rational(-1, 2);

/** Throws a TheoryError "domain" for a number alpha <= -1/2, where E relu(z)^(2 alpha) is infinite. */
export function degreeOf(alpha: Expression): Degree {
  const taken = exact(alpha, "#alpha");
  const value = constantOf(taken.value);
  if (value === null) return { ...taken, kind: "general", index: 0 };
  if (compareRational(value, lowest) <= 0) throw outside(rationalText(value));
  const index = Number(value.numerator / value.denominator);
  if (value.denominator > 2n || value.numerator < 0n || index > maximalIndex)
    return { ...taken, kind: "general", index: 0 };
  return { ...taken, kind: value.denominator === 1n ? "whole" : "half", index };
}

function outside(alpha: string): TheoryError {
  return new TheoryError("alpha must be above -1/2", {
    code: "domain",
    parameter: "alpha",
    value: alpha,
    domain: "above -1/2",
    remedy: "E relu(z)^(2 alpha) is infinite at and below -1/2: choose a larger degree.",
  });
}
