import { leadingCoefficient } from "../algebra/polynomial.js";
import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer } from "../expression.js";
import { denominatorOf, isZero, negate, numeratorOf } from "./arithmetic.js";
import { wholeOf, write } from "./exact.js";

/** coefficient * factor; a factor null is 1. */
export interface Part {
  readonly coefficient: RationalFunction;
  readonly factor: Expression | null;
}

/** coefficient * factor, with no 1 written and a numerator 1 left out: x/2, not 1/2 x. */
export function scaled(coefficient: RationalFunction, factor: Expression | null): Expression {
  if (factor === null) return write(coefficient);
  const top = wholeOf(numeratorOf(coefficient));
  const product = top === 1 ? factor : call("Multiply", write(numeratorOf(coefficient)), factor);
  return wholeOf(denominatorOf(coefficient)) === 1
    ? product
    : call("Divide", product, write(denominatorOf(coefficient)));
}

/** The sum of the parts in their order; those with coefficient 0 are left out, and a negative one is subtracted. */
export function linearCombination(parts: readonly Part[]): Expression {
  let total: Expression | null = null;
  for (const { coefficient, factor } of parts) {
    if (isZero(coefficient)) continue;
    const negative = leadingCoefficient(coefficient.numerator) < 0n;
    const term = scaled(negative ? negate(coefficient) : coefficient, factor);
    if (total === null) total = negative ? call("Negate", term) : term;
    else total = call(negative ? "Subtract" : "Add", total, term);
  }
  return total ?? integer(0);
}
