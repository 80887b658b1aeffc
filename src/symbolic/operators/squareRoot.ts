import {
  addPolynomial,
  constantPolynomial,
  isZeroPolynomial,
  multiplyPolynomial,
  type Polynomial,
  scalePolynomial,
  subtractPolynomial,
} from "../algebra/polynomial.js";
import type { RationalFunction } from "../algebra/rationalFunction.js";
import { fromSortedTerms, joinVariables, termsIn } from "../algebra/sparse.js";
import { type Rational, rational } from "../rational.js";

/** The root >= 0 of a square, null for any other whole number. */
function integerSquareRoot(n: bigint): bigint | null {
  if (n <= 0n) return n === 0n ? 0n : null;
  // Newton from above: 2^ceil(bits/2) >= sqrt(n).
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root * root === n ? root : null;
    root = next;
  }
}

/** The rational root >= 0, null when it is irrational or imaginary. */
export function rationalSquareRoot({ numerator, denominator }: Rational): Rational | null {
  const [p, q] = [integerSquareRoot(numerator), integerSquareRoot(denominator)];
  return p === null || q === null ? null : rational(p, q);
}

/** The leading term of r divided by twice that of s, when the quotient is a term with a whole coefficient. */
function nextTerm(r: Polynomial, s: Polynomial): Polynomial | null {
  const variables = joinVariables(r.variables, s.variables);
  const [top, bottom] = [termsIn(r, variables)[0]!, termsIn(s, variables)[0]!];
  const exponents = top.exponents.map((exponent, i) => exponent - bottom.exponents[i]!);
  const divisor = 2n * bottom.coefficient;
  if (top.coefficient % divisor !== 0n || exponents.some((exponent) => exponent < 0)) return null;
  return fromSortedTerms(variables, [{ exponents, coefficient: top.coefficient / divisor }]);
}

/**
 * The root of a square, leading coefficient positive, term by term from the leading one as on paper; null otherwise.
 * Complete: the root of a square with whole coefficients has whole coefficients (Gauss).
 */
function polynomialSquareRoot(p: Polynomial): Polynomial | null {
  const leading = p.terms[0];
  if (leading === undefined) return constantPolynomial(0n);
  const coefficient = integerSquareRoot(leading.coefficient);
  if (coefficient === null || leading.exponents.some((exponent) => exponent % 2 !== 0)) return null;
  const exponents = leading.exponents.map((exponent) => exponent / 2);
  let root = fromSortedTerms(p.variables, [{ exponents, coefficient }]);
  let rest = subtractPolynomial(p, multiplyPolynomial(root, root));
  while (!isZeroPolynomial(rest)) {
    const term = nextTerm(rest, root);
    if (term === null) return null;
    rest = subtractPolynomial(rest, multiplyPolynomial(term, addPolynomial(scalePolynomial(root, 2n), term)));
    root = addPolynomial(root, term);
  }
  return root;
}

/** The root of the square of a rational function (up to sign), null for all others: numerator and denominator are coprime. */
export function functionSquareRoot({ numerator, denominator }: RationalFunction): RationalFunction | null {
  const top = polynomialSquareRoot(numerator);
  const bottom = top && polynomialSquareRoot(denominator);
  return top && bottom && { numerator: top, denominator: bottom };
}
