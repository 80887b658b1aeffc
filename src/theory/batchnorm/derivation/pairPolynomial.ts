import { rationalFunctions as field, type RationalFunction } from "../../../symbolic/algebra/rationalFunction.js";

/** A polynomial in y_k, y_l over Q(B): its terms coefficient y_k^a y_l^b, each pair (a, b) once. */
export type PairPolynomial = readonly PairTerm[];

export interface PairTerm {
  readonly a: number;
  readonly b: number;
  readonly coefficient: RationalFunction;
}

export const constantPair = (coefficient: RationalFunction): PairPolynomial => collect([{ a: 0, b: 0, coefficient }]);

export const first: PairPolynomial = Object.freeze([{ a: 1, b: 0, coefficient: field.one }]);
export const second: PairPolynomial = Object.freeze([{ a: 0, b: 1, coefficient: field.one }]);

function collect(terms: readonly PairTerm[]): PairPolynomial {
  const sums = new Map<number, PairTerm>();
  for (const { a, b, coefficient } of terms) {
    const key = 64 * a + b;
    const known = sums.get(key);
    sums.set(key, { a, b, coefficient: known === undefined ? coefficient : field.add(known.coefficient, coefficient) });
  }
  return [...sums.values()].filter(({ coefficient }) => !field.isZero(coefficient));
}

export const addPairs = (...list: readonly PairPolynomial[]): PairPolynomial => collect(list.flat());

export const scalePair = (factor: RationalFunction, p: PairPolynomial): PairPolynomial =>
  collect(p.map(({ a, b, coefficient }) => ({ a, b, coefficient: field.multiply(factor, coefficient) })));

export const multiplyPairs = (p: PairPolynomial, q: PairPolynomial): PairPolynomial =>
  collect(
    p.flatMap((s) =>
      q.map((t) => ({ a: s.a + t.a, b: s.b + t.b, coefficient: field.multiply(s.coefficient, t.coefficient) })),
    ),
  );
