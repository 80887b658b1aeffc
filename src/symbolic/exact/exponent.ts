import { leadingCoefficient, multiplyPolynomial, type Polynomial } from "../algebra/polynomial.js";
import { multiplyRational, type Rational, rational } from "../rational.js";
import { constantTerm } from "./constant.js";
import type { Domain } from "./domain.js";
import type { Exact } from "./exact.js";

/** coefficient * monomial, a product of symbols (1 for the constant part). */
export interface ExponentTerm {
  readonly monomial: Polynomial;
  readonly coefficient: Rational;
}

export type Exponent = readonly ExponentTerm[];

/** The terms of a polynomial over Q in symbols; null for other elements. */
export function exponentOf(x: Exact): Exponent | null {
  if (constantTerm(x) === null || Object.keys(x.atoms).length > 0) return null;
  const { numerator, denominator } = x;
  return numerator.terms.map(({ exponents, coefficient }) => ({
    monomial: {
      variables: numerator.variables.filter((_, i) => exponents[i]! > 0),
      terms: [{ exponents: exponents.filter((exponent) => exponent > 0), coefficient: 1n }],
    },
    coefficient: rational(coefficient, leadingCoefficient(denominator)),
  }));
}

export const isConstantTerm = ({ monomial }: ExponentTerm): boolean => monomial.variables.length === 0;

/** k * exponent. */
export const scaleExponent = (exponent: Exponent, k: Rational): Exponent =>
  exponent.map(({ monomial, coefficient }) => ({ monomial, coefficient: multiplyRational(coefficient, k) }));

/** exponent * p for a monomial p. */
export const multiplyExponent = (exponent: Exponent, p: Polynomial): Exponent =>
  exponent.map(({ monomial, coefficient }) => ({ monomial: multiplyPolynomial(monomial, p), coefficient }));

/** True when the exponent is whole for all admissible symbols: whole coefficients and symbols declared as integers. */
export const isWhole = (exponent: Exponent, { integers }: Domain): boolean =>
  exponent.every(
    ({ monomial, coefficient }) =>
      coefficient.denominator === 1n && monomial.variables.every((name) => integers.has(name)),
  );
