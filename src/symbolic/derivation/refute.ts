import { rationalExpression } from "../algebra/toExpression.js";
import { decide } from "../exact/decide.js";
import { type Expression, substitute } from "../expression.js";
import { textOf } from "../format/text.js";
import { signOf, subtract } from "../precise/ball.js";
import { bitsOf, evaluateBall, type PreciseValue } from "../precise/evaluateBall.js";
import { type Comparison, mapTerms, type Proposition } from "../proposition.js";
import type { Rational } from "../rational.js";
import { evaluateIntegrals } from "./evaluateIntegrals.js";
import { coefficientEquations, readExpansion } from "./expansion.js";

/** Two enclosures that cannot belong to a true statement. */
export interface Refutation {
  readonly left: PreciseValue;
  readonly right: PreciseValue;
}

/** The signs of left - right that exclude the statement. */
const excluding: Readonly<Record<Exclude<Comparison["relation"], "NotEqual">, readonly (-1 | 1)[]>> = {
  Equal: [-1, 1],
  Less: [1],
  LessEqual: [1],
  Greater: [-1],
  GreaterEqual: [-1],
};

/** f = g + O(B^k) becomes the equation of the first coefficients above k that differ. */
function withoutOrder(claim: Comparison): Comparison {
  const expansion = readExpansion(claim);
  if (expansion === null) return claim;
  const equations = coefficientEquations(expansion);
  const different = equations.find((each) => decide(each, { points: 0 }).status !== "proved");
  if (different === undefined) throw new RangeError(`${textOf(claim)} holds`);
  return different;
}

/**
 * Shows that a statement is false at the given values of its symbols, and returns what its two sides are worth there. Equations: the
 * enclosures are disjoint; inequalities: they prove the opposite strict one; `NotEqual`: both sides are equal by exact
 * arithmetic. Integrals and means must be known to the rule table. A statement with an order term O(B^k) on the right is about
 * B -> infinity: B has no value then, and the sides are the coefficients of the first power of B above k that differ.
 * Throws a RangeError where that does not show it, and for a membership; what `evaluateBall` and `asymptoticSeries` throw.
 */
export function refute(printed: Proposition, at: Readonly<Record<string, Rational>>, digits: number): Refutation {
  const put = (term: Expression) =>
    Object.entries(at).reduce((result, [name, value]) => substitute(result, name, rationalExpression(value)), term);
  const closed = mapTerms(printed, (term) => evaluateIntegrals(put(term), []));
  if (closed.relation === "Element") throw new RangeError("only comparisons are refuted");
  const { relation, left, right } = withoutOrder(closed);
  const sides = { left: evaluateBall(left, {}, digits), right: evaluateBall(right, {}, digits) };
  if (!isExcluded({ relation, left, right }, sides, digits)) throw new RangeError(`${textOf(printed)} is not refuted`);
  return Object.freeze(sides);
}

function isExcluded(claim: Comparison, { left, right }: Refutation, digits: number): boolean {
  if (claim.relation === "NotEqual") return decide(claim, { points: 0 }).status === "refuted";
  const sign = signOf(subtract(left, right, bitsOf(digits)));
  if (!left.rigorous || !right.rigorous || sign === undefined || sign === 0) return false;
  return excluding[claim.relation].includes(sign);
}
