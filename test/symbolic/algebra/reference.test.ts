import { describe, expect, it } from "vitest";
import { factor } from "../../../src/symbolic/algebra/factor.js";
import { rationalFunctionOf } from "../../../src/symbolic/algebra/fromExpression.js";
import { gcdPolynomial } from "../../../src/symbolic/algebra/gcd.js";
import * as P from "../../../src/symbolic/algebra/polynomial.js";
import { type RationalFunction, rationalFunction } from "../../../src/symbolic/algebra/rationalFunction.js";
import { seriesAtInfinity } from "../../../src/symbolic/algebra/series.js";
import { squarefree } from "../../../src/symbolic/algebra/squarefree.js";
import { call, type Expression, type HeadName, integer, symbol } from "../../../src/symbolic/expression.js";
import reference from "../../reference/algebra.json" with { type: "json" };
import { polynomialOf } from "./arbitraries.js";

type TermData = readonly (readonly (string | readonly number[])[])[];
type Tree = string | { readonly integer: string } | readonly (string | Tree)[];

const read = (terms: TermData): P.Polynomial =>
  polynomialOf(
    terms.map(([exponents, coefficient]) => [exponents as readonly number[], BigInt(coefficient as string)]),
  );

const readFunction = (data: { numerator: TermData; denominator: TermData }): RationalFunction => ({
  numerator: read(data.numerator),
  denominator: read(data.denominator),
});

function expressionOf(tree: Tree): Expression {
  if (typeof tree === "string") return symbol(tree);
  if ("integer" in tree) return integer(BigInt(tree.integer));
  const [head, ...args] = tree as readonly [string, ...Tree[]];
  return call(head as HeadName, ...args.map(expressionOf));
}

describe("the algebra and SymPy agree", () => {
  it(`on ${reference.gcd.length} greatest common divisors`, () => {
    for (const { p, q, gcd } of reference.gcd) expect(gcdPolynomial(read(p), read(q))).toEqual(read(gcd));
  });

  it(`on ${reference.expansions.length} expansions`, () => {
    for (const { base, power, expansion } of reference.expansions) {
      expect(P.powerPolynomial(read(base), power)).toEqual(read(expansion));
    }
  });

  it(`on ${reference.canonical.length} cancelled expressions`, () => {
    for (const { tree, numerator, denominator } of reference.canonical) {
      expect(rationalFunctionOf(expressionOf(tree as Tree))).toEqual(readFunction({ numerator, denominator }));
    }
  });

  it(`on the linear factors and all multiplicities of ${reference.factors.length} products`, () => {
    for (const { p, factors } of reference.factors) {
      const ours = factor(read(p)).factors;
      for (const { factor: data, multiplicity } of factors) {
        const expected = read(data);
        if (P.totalDegree(expected) === 1) expect(ours).toContainEqual({ factor: expected, multiplicity });
        for (const found of [ours, squarefree(read(p)).factors]) {
          const holders = found.filter((own) => P.dividePolynomial(own.factor, expected) !== null);
          expect(holders.map((own) => own.multiplicity)).toEqual([multiplicity]);
        }
      }
    }
  });

  it(`on ${reference.series.length} series at infinity`, () => {
    for (const { function: f, terms, leadingPower, coefficients } of reference.series) {
      const { numerator, denominator } = readFunction(f);
      expect(seriesAtInfinity(rationalFunction(numerator, denominator), "B", terms)).toEqual({
        leadingPower,
        coefficients: coefficients.map(readFunction),
      });
    }
  });
});
