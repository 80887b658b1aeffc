import { type CallExpression, type Expression, isCall, symbol } from "../expression.js";
import type { Proposition } from "../proposition.js";
import { type Domain, domainOf } from "./domainOf.js";
import { freeSymbols, substituteAll } from "./freeSymbols.js";
import { matchGaussian, matchSphere } from "./matchPlane.js";
import { addOutcomes, type Outcome } from "./outcome.js";
import { expandOnce, productOf } from "./productOf.js";
import type { Rule } from "./rule.js";

export interface Integration {
  readonly result: Expression;
  /** The rules used, each once. */
  readonly rules: readonly Rule[];
  /** What must hold besides, where exact arithmetic does not tell; what it decides is not listed. */
  readonly conditions: readonly Proposition[];
}

/** No integrand is multiplied out into more products than this. */
const MOST_PRODUCTS = 400;

/** The sum over the terms of the body: each is matched as it stands or, failing that, with one of its sums multiplied out. */
function integrateTerms(body: Expression, names: readonly string[], { nonnegative, joins, match }: Domain): Outcome {
  const depends = (node: Expression) => names.some((name) => freeSymbols(node).has(name));
  let budget = MOST_PRODUCTS;
  const go = (term: Expression): Outcome => {
    budget -= 1;
    if (budget < 0) return null;
    const product = productOf(term, { depends, nonnegative, joins });
    const known = match(product);
    if (known !== null) return known;
    const parts = expandOnce(product);
    return parts === null ? null : addOutcomes(parts.map(go));
  };
  return go(body);
}

function integral({ args }: CallExpression): Outcome {
  const [body, variable, from, to] = args as [Expression, Expression, Expression, Expression];
  if (variable.head !== "Symbol") return null;
  const { name } = variable;
  if ([from, to].some((end) => freeSymbols(end).has(name))) return null;
  const domain = domainOf(name, from, to);
  return domain === null ? null : integrateTerms(body, [name], domain);
}

/** GaussianMean and SphereMean, their variables renamed to z1 and z2. */
function mean({ head, args }: CallExpression): Outcome {
  const [body, first, second, parameter] = args as [Expression, Expression, Expression, Expression];
  if (first.head !== "Symbol" || second.head !== "Symbol" || first.name === second.name) return null;
  const names = ["z1", "z2"];
  const free = freeSymbols(body);
  const own = [first.name, second.name];
  // A free symbol of the name z1 or z2 would be taken for a variable.
  if (names.some((name) => !own.includes(name) && free.has(name))) return null;
  if (names.some((name) => freeSymbols(parameter).has(name))) return null;
  const renamed = substituteAll(body, new Map(own.map((name, i) => [name, symbol(names[i]!)])));
  const match: Domain["match"] = (product) =>
    head === "GaussianMean" ? matchGaussian(product, parameter) : matchSphere(product, parameter);
  return integrateTerms(renamed, names, { nonnegative: () => false, joins: false, match });
}

/**
 * The closed form of an Integral, a GaussianMean or a SphereMean whose integrand is, after pulling out constant factors, joining
 * powers of one base and multiplying out sums, a combination of integrands of the rule table; null for any other, and where
 * a part is known to diverge. A sum is split only where each part converges: the conditions say when.
 * The exact form: rational arithmetic is done, functions are left as they are.
 */
export function integrate(expression: Expression): Integration | null {
  if (!isCall(expression) || expression.args.length !== 4) return null;
  const means = expression.head === "GaussianMean" || expression.head === "SphereMean";
  const outcome = means ? mean(expression) : expression.head === "Integral" ? integral(expression) : null;
  if (outcome === null) return null;
  return Object.freeze({ result: outcome.value, rules: outcome.rules, conditions: outcome.conditions });
}
