/** Statements f = g + O(B^k) for B -> infinity, g a sum of whole powers of B with coefficients that are free of it. */
import { minus, plus, power, times } from "../build.js";
import { asymptoticSeries } from "../exact/asymptoticSeries.js";
import { decide } from "../exact/decide.js";
import type { ExactOptions } from "../exact/normalise.js";
import { call, type Expression, integer, isCall, substitute } from "../expression.js";
import { rationalOf } from "../integrals/decide.js";
import { equation, type Proposition } from "../proposition.js";

export interface Expansion {
  readonly left: Expression;
  /** The right side without its order term. */
  readonly principal: Expression;
  readonly name: string;
  /** Of the order term: -2 for O(B^(-2)). */
  readonly order: number;
}

interface OrderTerm {
  readonly name: string;
  readonly order: number;
}

const noExpansion = () => new RangeError("no expansion in whole powers with one order term");

function orderTerm(bound: Expression): OrderTerm {
  const [base, exponent] = isCall(bound) && bound.head === "Power" ? bound.args : [bound, integer(1)];
  const order = rationalOf(exponent!);
  if (base?.head !== "Symbol" || order?.denominator !== 1n) throw noExpansion();
  return { name: base.name, order: Number(order.numerator) };
}

/** The signed terms of a sum. */
function termsOf(sum: Expression): readonly Expression[] {
  if (!isCall(sum) || (sum.head !== "Add" && sum.head !== "Subtract")) return [sum];
  const [first, second] = sum.args.map(termsOf);
  return [...first!, ...(sum.head === "Add" ? second! : second!.map((term) => call("Negate", term)))];
}

const isOrder = (term: Expression) => term.head === "BigO";

/** The statement in its parts; null for one without an order term on the right. Throws a RangeError for other order terms. */
export function readExpansion(claim: Proposition): Expansion | null {
  if (claim.relation !== "Equal") return null;
  const terms = termsOf(claim.right);
  const bounds = terms.filter(isOrder);
  if (bounds.length === 0) return null;
  if (bounds.length > 1 || !isCall(bounds[0]!)) throw noExpansion();
  const principal = plus(...terms.filter((term) => !isOrder(term)));
  return { left: claim.left, principal, ...orderTerm(bounds[0].args[0]!) };
}

/** The exponent of the first power of the symbol; null for zero. Throws a RangeError for an expansion in other functions. */
export function leadingOrder(expression: Expression, name: string, options: ExactOptions = {}): number | null {
  const series = asymptoticSeries(expression, name, 1, options);
  const bound = termsOf(series).find(isOrder);
  if (bound === undefined && series.head === "Integer" && series.value === 0n) return null;
  if (bound === undefined || !isCall(bound)) throw noExpansion();
  return orderTerm(bound.args[0]!).order + 1;
}

/** The coefficient of name^order, 0 where that is above the leading one. Throws a RangeError as `leadingOrder`. */
export function coefficientOf(
  expression: Expression,
  name: string,
  order: number,
  options: ExactOptions = {},
): Expression {
  const lead = leadingOrder(expression, name, options);
  if (lead === null || lead < order) return integer(0);
  const terms = termsOf(asymptoticSeries(expression, name, lead - order + 1, options));
  for (const term of terms.filter((each) => !isOrder(each))) {
    const coefficient = substitute(term, name, integer(1));
    const monomial = equation(term, times(coefficient, power(name, order)));
    if (decide(monomial, { ...options, points: 0 }).status === "proved") return coefficient;
  }
  return integer(0);
}

/** Whether left - principal is of the order that is claimed, by its exact expansion. */
export function expansionHolds({ left, principal, name, order }: Expansion, options: ExactOptions = {}): boolean {
  const lead = leadingOrder(minus(left, principal), name, options);
  return lead === null || lead <= order;
}
