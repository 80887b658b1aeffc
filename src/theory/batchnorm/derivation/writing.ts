/** Formulas of moments as they would be written by hand. */
import { rationalFunctionOf } from "../../../symbolic/algebra/fromExpression.js";
import { rationalFunctionExpression } from "../../../symbolic/algebra/toExpression.js";
import { power, type Term, term, times } from "../../../symbolic/build.js";
import { type Expression, integer } from "../../../symbolic/expression.js";

/** A rational function in lowest terms: 3/2 - 1 is 1/2. */
export const tidy = (expression: Expression): Expression => rationalFunctionExpression(rationalFunctionOf(expression)!);

export const isWhole = (expression: Expression, value: bigint): boolean =>
  expression.head === "Integer" && expression.value === value;

/** base^exponent, without exponents 0 and 1. */
export function raised(base: Term, exponent: Expression): Expression {
  const e = tidy(exponent);
  if (isWhole(e, 0n)) return integer(1);
  return isWhole(e, 1n) ? term(base) : power(base, e);
}

/** A product without factors 1. */
export const product = (...factors: readonly Expression[]): Expression =>
  times(...factors.filter((factor) => !isWhole(factor, 1n)));
