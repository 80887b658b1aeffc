/** Statements f = g + O(B^k) for B -> infinity, g a sum of whole powers of B with coefficients that are free of it. */
import { plus } from "../build.js";
import { asymptoticSeries } from "../exact/asymptoticSeries.js";
import type { ExactOptions } from "../exact/normalise.js";
import { call, contains, type Expression, integer, isCall, substitute } from "../expression.js";
import { rationalOf } from "../integrals/decide.js";
import { type Comparison, equation, type Proposition } from "../proposition.js";

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

const isZero = (expression: Expression) => expression.head === "Integer" && expression.value === 0n;

/** The exponent of the first power of the symbol; null for zero. Throws a RangeError for an expansion in other functions. */
function leadingOrder(expression: Expression, name: string, options: ExactOptions): number | null {
  const series = asymptoticSeries(expression, name, 1, options);
  if (isZero(series)) return null;
  const bound = termsOf(series).find(isOrder);
  if (bound === undefined || !isCall(bound)) throw noExpansion();
  return orderTerm(bound.args[0]!).order + 1;
}

/** The exponent of the symbol in a product of its powers and of terms that are free of it. Throws a RangeError for another term. */
function exponentIn(term: Expression, name: string): number {
  if (!contains(term, name)) return 0;
  if (!isCall(term)) return 1;
  const [first, second] = term.args as [Expression, Expression];
  const exponent = term.head === "Power" ? rationalOf(second) : null;
  switch (term.head) {
    case "Negate":
      return exponentIn(first, name);
    case "Multiply":
      return exponentIn(first, name) + exponentIn(second, name);
    case "Divide":
      return exponentIn(first, name) - exponentIn(second, name);
    default:
      if (exponent?.denominator !== 1n) throw noExpansion();
      return exponentIn(first, name) * Number(exponent.numerator);
  }
}

/**
 * The coefficients of all powers of the symbol above `order`, by exponent, those that are 0 left out. Throws a RangeError for an
 * expansion in other functions than whole powers, and what `asymptoticSeries` throws.
 */
export function coefficientsAbove(
  expression: Expression,
  name: string,
  order: number,
  options: ExactOptions = {},
): ReadonlyMap<number, Expression> {
  const lead = leadingOrder(expression, name, options);
  if (lead === null || lead <= order) return new Map();
  const terms = termsOf(asymptoticSeries(expression, name, lead - order, options));
  return new Map(
    terms
      .filter((term) => !isOrder(term))
      .map((term) => [exponentIn(term, name), substitute(term, name, integer(1))] as const),
  );
}

/** The equations of the coefficients above the order term, from the highest power down. */
export function coefficientEquations(
  { left, principal, name, order }: Expansion,
  options: ExactOptions = {},
): readonly Comparison[] {
  const [found, claimed] = [left, principal].map((side) => coefficientsAbove(side, name, order, options));
  const exponents = [...new Set([...found!.keys(), ...claimed!.keys()])].sort((a, b) => b - a);
  const zero = integer(0);
  return exponents.map((exponent) => equation(found!.get(exponent) ?? zero, claimed!.get(exponent) ?? zero));
}
