import { gcdPolynomial } from "../../../symbolic/algebra/gcd.js";
import {
  constantPolynomial,
  dividePolynomial,
  leadingCoefficient,
  multiplyPolynomial,
  type Polynomial,
} from "../../../symbolic/algebra/polynomial.js";
import {
  rationalFunctions as field,
  functionOfPolynomial,
  type RationalFunction,
} from "../../../symbolic/algebra/rationalFunction.js";
import { rationalFunctionExpression } from "../../../symbolic/algebra/toExpression.js";
import { minus, negative, over, plus, times } from "../../../symbolic/build.js";
import { type Expression, integer, symbol } from "../../../symbolic/expression.js";

/**
 * A linear form in moments: their coefficients in Q(B). Computing with each moment's coefficient alone is much faster than with
 * rational functions of B and all moments.
 */
export type LinearForm = ReadonlyMap<string, RationalFunction>;

const leastCommonMultiple = (p: Polynomial, q: Polynomial): Polynomial =>
  multiplyPolynomial(p, dividePolynomial(q, gcdPolynomial(p, q))!);

function signedTerm(sum: Expression | null, coefficient: RationalFunction, name: string): Expression {
  const falling = leadingCoefficient(coefficient.numerator) < 0n;
  const size = rationalFunctionExpression(falling ? field.negate(coefficient) : coefficient);
  const term = size.head === "Integer" && size.value === 1n ? symbol(name) : times(size, symbol(name));
  if (sum === null) return falling ? negative(term) : term;
  return falling ? minus(sum, term) : plus(sum, term);
}

/** The form over its common denominator and `divisor`. */
export function formOver(form: LinearForm, divisor: Expression): Expression {
  const denominator = [...form.values()]
    .map((value) => value.denominator)
    .reduce(leastCommonMultiple, constantPolynomial(1n));
  const common = functionOfPolynomial(denominator);
  let sum: Expression | null = null;
  for (const [name, value] of form) sum = signedTerm(sum, field.multiply(common, value), name);
  if (sum === null) return integer(0);
  const below = rationalFunctionExpression(common);
  return over(sum, below.head === "Integer" && below.value === 1n ? divisor : times(below, divisor));
}
