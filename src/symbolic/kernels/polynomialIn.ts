import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer } from "../expression.js";
import { fraction, multiply } from "./arithmetic.js";
import { linearCombination } from "./linearCombination.js";

/** sum_k coefficients[k] x^k, the highest power first. */
export function polynomialIn(coefficients: readonly RationalFunction[], x: Expression): Expression {
  return linearCombination(
    coefficients.map((coefficient, power) => ({ coefficient, factor: monomial(x, power) })).reverse(),
  );
}

/** The coefficients of the derivative. */
export const slopeCoefficients = (coefficients: readonly RationalFunction[]): readonly RationalFunction[] =>
  coefficients.slice(1).map((coefficient, power) => multiply(fraction(power + 1), coefficient));

/** x^power; null for 1. */
function monomial(x: Expression, power: number): Expression | null {
  if (power === 0) return null;
  return power === 1 ? x : call("Power", x, integer(power));
}
