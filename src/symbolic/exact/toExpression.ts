import { factor } from "../algebra/factor.js";
import {
  coefficientsIn,
  constantPolynomial,
  fromCoefficients,
  isZeroPolynomial,
  multiplyPolynomial,
  type Polynomial,
  powerPolynomial,
} from "../algebra/polynomial.js";
import { rationalFunction } from "../algebra/rationalFunction.js";
import type { Factor } from "../algebra/squarefree.js";
import { rationalFunctionExpression } from "../algebra/toExpression.js";
import { call, type Expression, integer } from "../expression.js";
import type { Atoms, Exact } from "./exact.js";
import { lowestTerms } from "./lowestTerms.js";
import { type Monomial, productOf } from "./product.js";
import { factorsOf, multiplied, raised } from "./productExpression.js";
import { extractCommon, negatePart, type Part, partsOf, type Signed, sumExpression } from "./sumExpression.js";

/** Polynomials with more terms are not factored. */
const mostTerms = 300;

const factorsIn = (p: Polynomial): { readonly content: bigint; readonly factors: readonly Factor[] } =>
  p.terms.length <= mostTerms ? factor(p) : { content: 1n, factors: [{ factor: p, multiplicity: 1 }] };

/** A polynomial as a polynomial in symbols, powers of atoms and sums in which they mix. */
interface Split {
  readonly coefficient: Polynomial;
  readonly monomial: Monomial;
  readonly sums: readonly { readonly parts: readonly Part[]; readonly multiplicity: number }[];
}

/** The polynomial in pi, times sqrt(pi) if odd, where the powers of sqrt(pi) are all even or all odd; else as it is. */
function inPi(p: Polynomial): { readonly polynomial: Polynomial; readonly odd: boolean } {
  const coefficients = coefficientsIn(p, "#sqrtPi");
  const parities = new Set(coefficients.flatMap((c, k) => (isZeroPolynomial(c) ? [] : [k % 2])));
  if (coefficients.length === 1 || parities.size > 1) return { polynomial: p, odd: false };
  const odd = parities.has(1);
  const halved = coefficients.filter((_, k) => (k % 2 === 1) === odd);
  return { polynomial: fromCoefficients(halved, "#pi"), odd };
}

function split(p: Polynomial): Split {
  const { polynomial, odd } = inPi(p);
  const { content, factors } = factorsIn(polynomial);
  let coefficient = constantPolynomial(content);
  const monomial: (readonly [string, number])[] = odd ? [["#sqrtPi", 1]] : [];
  const sums: { parts: readonly Part[]; multiplicity: number }[] = [];
  for (const { factor: own, multiplicity } of factors) {
    const { common, rest } = extractCommon(partsOf(own));
    coefficient = multiplyPolynomial(coefficient, powerPolynomial(common.coefficient, multiplicity));
    monomial.push(...common.monomial.map(([name, n]) => [name, n * multiplicity] as const));
    if (rest.length > 1) sums.push({ parts: rest, multiplicity });
    else if (rest[0]!.coefficient.terms[0]!.coefficient < 0n && multiplicity % 2 === 1) {
      coefficient = multiplyPolynomial(coefficient, constantPolynomial(-1n));
    }
  }
  return { coefficient, monomial, sums };
}

function merge(top: Monomial, bottom: Monomial): Monomial {
  const exponents = new Map<string, number>();
  for (const [name, n] of top) exponents.set(name, (exponents.get(name) ?? 0) + n);
  for (const [name, n] of bottom) exponents.set(name, (exponents.get(name) ?? 0) - n);
  return [...exponents].filter(([, n]) => n !== 0);
}

interface WrittenSum extends Signed {
  readonly multiplicity: number;
  /** The negative of the sum, when that is written without a sign before it too. */
  readonly opposite: Expression | null;
}

function writeSums({ sums }: Split, atoms: Atoms): readonly WrittenSum[] {
  return sums.map(({ parts, multiplicity }) => {
    const sum = sumExpression(parts, atoms, toExpression);
    const opposite = sumExpression(parts.map(negatePart), atoms, toExpression);
    return { ...sum, multiplicity, opposite: sum.negative || opposite.negative ? null : opposite.body };
  });
}

const isOdd = ({ multiplicity }: WrittenSum) => multiplicity % 2 === 1;

/** The sums as factors; when `flip`, the first that can takes the sign of the product. */
function sumFactors(list: readonly WrittenSum[], flip: boolean): readonly Expression[] {
  const place = flip ? list.findIndex((sum) => isOdd(sum) && sum.opposite !== null) : -1;
  return list.map((sum, i) => raised(i === place ? sum.opposite! : sum.body, sum.multiplicity));
}

/**
 * The element as it is written by hand: common factors outside, factors of denominators apart, sqrt(B (B - 2)) for a
 * product of roots, powers of one base and Gamma functions joined again, sums collected by the polynomials before their
 * atoms. `normalise` gives the element back. Throws a RangeError for polynomials too long to be written.
 */
export function toExpression(x: Exact): Expression {
  if (Object.keys(x.atoms).length === 0) return rationalFunctionExpression(x);
  const { numerator, denominator } = lowestTerms(x);
  const [top, bottom] = [split(numerator), split(denominator)];
  const coefficient = rationalFunction(top.coefficient, bottom.coefficient);
  const product = productOf(coefficient, merge(top.monomial, bottom.monomial), x.atoms);
  const outer = factorsOf(product, x.atoms, toExpression);
  const [above, below] = [writeSums(top, x.atoms), writeSums(bottom, x.atoms)];
  const isNegative =
    [...above, ...below].filter((sum) => sum.negative && isOdd(sum)).length % 2 === (outer.negative ? 0 : 1);
  const canFlip = (list: readonly WrittenSum[]) => list.some((sum) => isOdd(sum) && sum.opposite !== null);
  const flipAbove = isNegative && canFlip(above);
  const flipBelow = isNegative && !flipAbove && canFlip(below);
  const numerators = multiplied([...outer.top, ...sumFactors(above, flipAbove)]);
  const denominators = [...outer.bottom, ...sumFactors(below, flipBelow)];
  const size = denominators.length === 0 ? numerators : call("Divide", numerators, multiplied(denominators));
  if (!isNegative || flipAbove || flipBelow) return size;
  return size.head === "Integer" ? integer(-size.value) : call("Negate", size);
}
