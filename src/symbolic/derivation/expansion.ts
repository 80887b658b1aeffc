/** Statements f = g + O(B^k) for B -> infinity, g a sum of whole powers of B with coefficients that are free of it. */
import { plus, power, times } from "../build.js";
import { asymptoticSeries } from "../exact/asymptoticSeries.js";
import { decide } from "../exact/decide.js";
import type { ExactOptions } from "../exact/normalise.js";
import { call, type Expression, integer, isCall, substitute } from "../expression.js";
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
  const found = new Map<number, Expression>();
  const lead = leadingOrder(expression, name, options);
  if (lead === null || lead <= order) return found;
  const series = asymptoticSeries(expression, name, lead - order, options);
  let exponent = lead;
  for (const term of termsOf(series).filter((each) => !isOrder(each))) {
    const coefficient = substitute(term, name, integer(1));
    const isHere = () => {
      const monomial = equation(term, times(coefficient, power(name, exponent)));
      return decide(monomial, { ...options, points: 0 }).status === "proved";
    };
    while (!isHere()) {
      exponent -= 1;
      if (exponent <= order) throw noExpansion();
    }
    found.set(exponent, coefficient);
  }
  return found;
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
