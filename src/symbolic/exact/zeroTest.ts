import type { Expression } from "../expression.js";
import { type Domain, domainOf } from "./domain.js";
import type { Exact } from "./exact.js";
import { expandFunctions } from "./expandFunctions.js";
import { exactFieldOver } from "./field.js";
import { dependenceOf } from "./independence.js";
import { type ExactOptions, normaliseIn } from "./normalise.js";

export type ZeroTest =
  | { readonly status: "zero" }
  | { readonly status: "nonzero" }
  | { readonly status: "undecided"; readonly reason: string };

/** Whether an element is zero as a function of its symbols; a dependence that `expandFunctions` shows is used. */
export function zeroTestOf(x: Exact, domain: Domain): ZeroTest {
  if (x.numerator.terms.length === 0) return { status: "zero" };
  const reason = dependenceOf(x, domain);
  if (reason === null) return { status: "nonzero" };
  const expanded = expandFunctions(x, exactFieldOver(domain));
  return expanded?.numerator.terms.length === 0 ? { status: "zero" } : { status: "undecided", reason };
}

/**
 * Whether an expression is zero wherever it is defined and the assumptions hold. "zero" is proved; "nonzero" says that
 * it is not zero identically (it may have zeros), and is answered only for atoms that `dependenceOf` knows to be
 * independent: always for rational functions with square roots of coprime factors, with pi, with arccos of one non-
 * constant argument, with powers and Gamma functions of symbols. Throws what `normalise` does.
 */
export function zeroTest(expression: Expression, options: ExactOptions = {}): ZeroTest {
  const domain = domainOf(options.assumptions);
  return zeroTestOf(normaliseIn(expression, exactFieldOver(domain)), domain);
}
