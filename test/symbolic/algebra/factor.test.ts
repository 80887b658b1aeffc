import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factor } from "../../../src/symbolic/algebra/factor.js";
import { gcdPolynomial } from "../../../src/symbolic/algebra/gcd.js";
import * as P from "../../../src/symbolic/algebra/polynomial.js";
import { type Factorization, squarefree } from "../../../src/symbolic/algebra/squarefree.js";
import { nonzero, polynomialOf, polynomials } from "./arbitraries.js";

const one = P.constantPolynomial(1n);
const small = nonzero(polynomials(3, 3, 1));

const multiplied = ({ content, factors }: Factorization) =>
  factors.reduce(
    (product, own) => P.multiplyPolynomial(product, P.powerPolynomial(own.factor, own.multiplicity)),
    P.constantPolynomial(content),
  );

function expectPrimitiveAndCoprime({ factors }: Factorization): void {
  for (const [i, { factor: p, multiplicity }] of factors.entries()) {
    expect(multiplicity).toBeGreaterThanOrEqual(1);
    expect(p).toEqual(P.primitivePart(p));
    expect(P.totalDegree(p)).toBeGreaterThan(0);
    for (const { factor: q } of factors.slice(i + 1)) expect(gcdPolynomial(p, q)).toEqual(one);
  }
}

/** No square divides p when, for every variable, p and its derivative have no common factor with that variable. */
function expectSquarefree(p: P.Polynomial): void {
  for (const x of p.variables) expect(gcdPolynomial(p, P.derivativePolynomial(p, x)).variables).not.toContain(x);
}

const linear = (b: bigint, u: bigint, v: bigint, c: bigint) =>
  P.primitivePart(
    polynomialOf([
      [[1, 0, 0], b],
      [[0, 1, 0], u],
      [[0, 0, 1], v],
      [[0, 0, 0], c],
    ]),
  );
const coefficient = fc.bigInt({ min: -40n, max: 40n });

describe("squarefree and factor", () => {
  it.each([
    ["squarefree", squarefree],
    ["factor", factor],
  ])("%s multiplies back, from squarefree, primitive, pairwise coprime factors", (_, split) => {
    fc.assert(
      fc.property(small, small, small, (f, g, h) => {
        const p = [f, g, g, h, h, h].reduce(P.multiplyPolynomial);
        const result = split(p);
        expect(multiplied(result)).toEqual(p);
        expectPrimitiveAndCoprime(result);
        for (const own of result.factors) expectSquarefree(own.factor);
      }),
      { numRuns: 60 },
    );
    expect(split(P.zeroPolynomial)).toEqual({ content: 0n, factors: [] });
    expect(split(P.constantPolynomial(-6n))).toEqual({ content: -6n, factors: [] });
  });

  it("finds the multiplicities of factors without a common divisor", () => {
    const f = polynomialOf([
      [[2, 0, 0], 1n],
      [[0, 1, 0], 1n],
    ]);
    const g = polynomialOf([
      [[1, 1, 0], 1n],
      [[0, 0, 1], -3n],
    ]);
    const p = P.scalePolynomial(P.multiplyPolynomial(P.powerPolynomial(f, 2), P.powerPolynomial(g, 5)), -7n);
    const { content, factors } = squarefree(p);
    expect(content).toBe(-7n);
    expect([...factors].sort((a, b) => a.multiplicity - b.multiplicity)).toEqual([
      { factor: f, multiplicity: 2 },
      { factor: g, multiplicity: 5 },
    ]);
  });

  it("takes all rational zeros out of a polynomial in one variable", () => {
    const zero = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }));
    const zeros = fc.array(fc.oneof(zero, fc.tuple(coefficient, fc.bigInt({ min: 1n, max: 4n }))), {
      minLength: 1,
      maxLength: 6,
    });
    const rest = polynomialOf([
      [[4, 0, 0], 1n],
      [[1, 0, 0], 1n],
      [[0, 0, 0], 3n],
    ]);
    fc.assert(
      fc.property(zeros, (list) => {
        const linears = list.map(([a, b]) => linear(b, 0n, 0n, -a));
        const { factors } = factor(linears.reduce(P.multiplyPolynomial, rest));
        for (const own of linears) {
          const count = linears.filter((other) => P.equalPolynomial(own, other)).length;
          expect(factors).toContainEqual({ factor: own, multiplicity: count });
        }
        expect(factors).toContainEqual({ factor: rest, multiplicity: 1 });
      }),
      { numRuns: 60 },
    );
  });

  it("takes all factors of total degree 1 out of a polynomial in several variables", () => {
    const form = fc
      .tuple(fc.bigInt({ min: 1n, max: 6n }), coefficient, coefficient, coefficient)
      .map((list) => linear(...list));
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 4 }), (list) => {
        const rest = polynomialOf([
          [[2, 1, 0], 1n],
          [[1, 0, 2], 1n],
          [[0, 0, 0], 5n],
        ]);
        const { factors } = factor(list.reduce(P.multiplyPolynomial, rest));
        for (const own of list) {
          const count = list.filter((other) => P.equalPolynomial(own, other)).length;
          expect(factors).toContainEqual({ factor: own, multiplicity: count });
        }
      }),
      { numRuns: 60 },
    );
  });
});
