import fc from "fast-check";
import {
  addPolynomial,
  constantPolynomial,
  multiplyPolynomial,
  type Polynomial,
  powerPolynomial,
  variablePolynomial,
  zeroPolynomial,
} from "../../../src/symbolic/algebra/polynomial.js";
import { type RationalFunction, rationalFunction } from "../../../src/symbolic/algebra/rationalFunction.js";
import { type Rational, rational } from "../../../src/symbolic/rational.js";

export const names = ["B", "u", "v"] as const;

/** [exponents of B, u, v; coefficient], as the reference files have them. */
export type TermList = readonly (readonly [readonly number[], bigint])[];

/** The polynomial built from its variables by sums and products. */
export function polynomialOf(terms: TermList): Polynomial {
  return terms.reduce((total, [exponents, coefficient]) => {
    const monomial = exponents.reduce(
      (product, exponent, i) => multiplyPolynomial(product, powerPolynomial(variablePolynomial(names[i]!), exponent)),
      constantPolynomial(coefficient),
    );
    return addPolynomial(total, monomial);
  }, zeroPolynomial);
}

const coefficient = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: -9n, max: 9n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }) },
);

/** Polynomials in at most the first `variables` of B, u, v; zero and constants among them. */
export const polynomials = (variables = 3, terms = 4, degree = 3): fc.Arbitrary<Polynomial> =>
  fc
    .array(fc.tuple(fc.array(fc.nat({ max: degree }), { minLength: variables, maxLength: variables }), coefficient), {
      maxLength: terms,
    })
    .map(polynomialOf);

export const nonzero = (arbitrary: fc.Arbitrary<Polynomial>): fc.Arbitrary<Polynomial> =>
  arbitrary.filter((p) => p.terms.length > 0);

const linear = (list: readonly bigint[]) =>
  polynomialOf([
    [[1, 0, 0], list[0]!],
    [[0, 1, 0], list[1]!],
    [[0, 0, 1], list[2]!],
    [[0, 0, 0], list[3]!],
  ]);

/** Products of few factors out of a small set: common factors and equal denominators are frequent. */
const products = fc
  .array(
    fc.constantFrom(
      ...[[1n, 0n, 0n, 0n], [1n, 0n, 0n, -1n], [1n, 0n, 0n, -3n], [2n, 0n, 0n, 3n], [1n, 1n, 0n, 0n], [0n, 1n, -1n, 0n], [1n, 2n, 3n, -4n], [0n, 0n, 0n, 2n]].map(linear), // biome-ignore format: a table
    ),
    { maxLength: 3 },
  )
  .map((list) => list.reduce(multiplyPolynomial, constantPolynomial(1n)));

const bottoms = fc.oneof(products, nonzero(polynomials(3, 2, 2)));

export const functions: fc.Arbitrary<RationalFunction> = fc
  .tuple(fc.oneof(polynomials(3, 3, 2), products), bottoms)
  .map(([numerator, denominator]) => rationalFunction(numerator, denominator));

export const rationals: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 30 }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

export const points: fc.Arbitrary<Record<string, Rational>> = fc.record({ B: rationals, u: rationals, v: rationals });
