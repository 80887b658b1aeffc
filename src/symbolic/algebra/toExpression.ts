import { call, type Expression, fold, type HeadName, integer, symbol } from "../expression.js";
import type { Rational } from "../rational.js";
import { factor } from "./factor.js";
import { absolute } from "./integers.js";
import {
  isConstantPolynomial,
  leadingCoefficient,
  negatePolynomial,
  type Polynomial,
  type Term,
  totalDegree,
} from "./polynomial.js";
import type { RationalFunction } from "./rationalFunction.js";
import type { Factor } from "./squarefree.js";

/** Polynomials with more terms than this have no expression. */
const maximalTerms = 2000;

/** Polynomials beyond this are written as they are: factoring them would cost more than it shows. */
const factored = { terms: 500, degree: 100 };

const leaves = (expression: Expression): number =>
  fold<number>(expression, (_, args) => (args.length === 0 ? 1 : args.reduce((a, b) => a + b)));

const chain = (head: HeadName, list: readonly Expression[]): Expression =>
  list.length === 0 ? integer(1) : list.reduce((left, right) => call(head, left, right));

const power = (base: Expression, exponent: number): Expression =>
  exponent === 1 ? base : call("Power", base, integer(exponent));

const scaled = (k: bigint, rest: readonly Expression[]): Expression =>
  chain("Multiply", k === 1n ? rest : [integer(k), ...rest]);

/** The fraction in lowest terms: an integer, or a Divide of two integers. */
export const rationalExpression = ({ numerator, denominator }: Rational): Expression =>
  denominator === 1n ? integer(numerator) : call("Divide", integer(numerator), integer(denominator));

/** The term without its sign. */
const monomial = ({ variables }: Polynomial, { exponents, coefficient }: Term): Expression =>
  scaled(
    absolute(coefficient),
    variables.flatMap((name, i) => (exponents[i]! > 0 ? [power(symbol(name), exponents[i]!)] : [])),
  );

/** Term by term: B^2 - 2 B + 1, but 1 - B for two terms of which only the second is positive. */
function expanded(p: Polynomial): Expression {
  if (isConstantPolynomial(p)) return integer(leadingCoefficient(p));
  if (p.terms.length > maximalTerms) {
    throw new RangeError(`an expression of ${p.terms.length} terms: at most ${maximalTerms} are written`);
  }
  if (p.terms.every(({ coefficient }) => coefficient < 0n)) return call("Negate", expanded(negatePolynomial(p)));
  const flip = p.terms.length === 2 && leadingCoefficient(p) < 0n;
  const [first, ...rest] = flip ? [p.terms[1]!, p.terms[0]!] : p.terms;
  const start = monomial(p, first!);
  return rest.reduce(
    (sum, term) => call(term.coefficient < 0n ? "Subtract" : "Add", sum, monomial(p, term)),
    first!.coefficient < 0n ? call("Negate", start) : start,
  );
}

/** Single variables first, then by degree, number of terms and size of the coefficients: B (B - 1) (B + 1) (5 B - 2). */
function compareFactors({ factor: p }: Factor, { factor: q }: Factor): number {
  const keys = [p, q].map((f) => [
    f.terms.length === 1 ? 0 : 1,
    totalDegree(f),
    f.variables.length,
    f.terms.length,
    Number(leadingCoefficient(f)),
    Number(absolute(f.terms[f.terms.length - 1]!.coefficient)),
    Number(f.terms[f.terms.length - 1]!.coefficient),
  ]);
  const place = keys[0]!.findIndex((key, i) => key !== keys[1]![i]);
  if (place >= 0) return keys[0]![place]! - keys[1]![place]!;
  const [a, b] = [p.variables.join(), q.variables.join()];
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Written {
  readonly negative: boolean;
  readonly body: Expression;
}

/** p as a product of its factors, its sign apart; null where that is no product or too costly. */
function product(p: Polynomial): Written | null {
  if (p.terms.length > factored.terms || totalDegree(p) > factored.degree) return null;
  const { content, factors } = factor(p);
  const parts = factors.reduce((total, { multiplicity }) => total + multiplicity, absolute(content) === 1n ? 0 : 1);
  if (parts < 2) return null;
  const powers = [...factors].sort(compareFactors).map((own) => power(expanded(own.factor), own.multiplicity));
  return { negative: content < 0n, body: scaled(absolute(content), powers) };
}

/** As a product where that has at most `patience` times as many leaves as the sum of the terms, else as that sum. */
function written(p: Polynomial, patience: number): Written {
  const sum = expanded(p);
  const factors = product(p);
  return factors !== null && leaves(factors.body) <= patience * leaves(sum) ? factors : { negative: false, body: sum };
}

const signed = ({ negative, body }: Written): Expression => (negative ? call("Negate", body) : body);

/** The polynomial as it is written by hand: highest powers first, as a product where that is not longer; (B + 1)^2, 1 - B. */
export const polynomialExpression = (p: Polynomial): Expression => signed(written(p, 1));

/** The numerator of a fraction: its leading minus goes before the fraction. */
function numeratorOf(p: Polynomial): Written {
  const { negative, body } = written(p, 1);
  if (body.head === "Negate") return { negative: !negative, body: body.args[0]! };
  if (body.head === "Integer" && body.value < 0n) return { negative: !negative, body: integer(-body.value) };
  return { negative, body };
}

/** The quotient as it is written by hand, its denominator as a product: (B - 2)/(B - 3), -1/(B - 1), B/((B - 1) (B + 1)). */
export function rationalFunctionExpression({ numerator, denominator }: RationalFunction): Expression {
  if (isConstantPolynomial(denominator)) {
    const bottom = leadingCoefficient(denominator);
    if (bottom === 1n) return polynomialExpression(numerator);
    if (isConstantPolynomial(numerator)) {
      return rationalExpression({ numerator: leadingCoefficient(numerator), denominator: bottom });
    }
  }
  const top = numeratorOf(numerator);
  return signed({ negative: top.negative, body: call("Divide", top.body, written(denominator, 2).body) });
}
