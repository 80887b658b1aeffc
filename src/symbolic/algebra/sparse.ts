import { requireTerms, requireVariables } from "./limits.js";

/** coefficient * product of variables[i]^exponents[i]; the variables are those of the polynomial. */
export interface Term {
  readonly exponents: readonly number[];
  readonly coefficient: bigint;
}

/**
 * A polynomial with whole coefficients. `variables` are sorted and exactly those that occur; `terms` have no zero coefficient
 * and are in lexicographic order of their exponents, leading first: equal polynomials are equal data.
 */
export interface Polynomial {
  readonly variables: readonly string[];
  readonly terms: readonly Term[];
}

export const zeroPolynomial: Polynomial = Object.freeze({ variables: Object.freeze([]), terms: Object.freeze([]) });

const noVariables: readonly string[] = Object.freeze([]);
const noExponents: readonly number[] = Object.freeze([]);

export const constantPolynomial = (value: bigint): Polynomial =>
  value === 0n ? zeroPolynomial : { variables: noVariables, terms: [{ exponents: noExponents, coefficient: value }] };

export const variablePolynomial = (name: string): Polynomial => ({
  variables: [name],
  terms: [{ exponents: [1], coefficient: 1n }],
});

export const isZeroPolynomial = (p: Polynomial): boolean => p.terms.length === 0;

export const isConstantPolynomial = (p: Polynomial): boolean => p.variables.length === 0;

/** 0 for the zero polynomial. */
export const leadingCoefficient = (p: Polynomial): bigint => (p.terms.length === 0 ? 0n : p.terms[0]!.coefficient);

/** Lexicographic: positive when a comes before b. */
export function compareExponents(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The polynomial of sorted terms without zero coefficients; variables that do not occur are dropped. */
export function fromSortedTerms(variables: readonly string[], terms: readonly Term[]): Polynomial {
  const kept = variables.flatMap((_, i) => (terms.some(({ exponents }) => exponents[i]! > 0) ? [i] : []));
  if (kept.length === variables.length) return { variables, terms };
  return {
    variables: kept.map((i) => variables[i]!),
    terms: terms.map(({ exponents, coefficient }) => ({ exponents: kept.map((i) => exponents[i]!), coefficient })),
  };
}

/** The polynomial of any terms in sorted variables: like terms are collected. */
export function fromTerms(variables: readonly string[], terms: readonly Term[]): Polynomial {
  const sorted = [...terms].sort((a, b) => compareExponents(b.exponents, a.exponents));
  const collected: { exponents: readonly number[]; coefficient: bigint }[] = [];
  for (const { exponents, coefficient } of sorted) {
    const last = collected[collected.length - 1];
    if (last !== undefined && compareExponents(last.exponents, exponents) === 0) last.coefficient += coefficient;
    else collected.push({ exponents, coefficient });
  }
  return fromSortedTerms(
    variables,
    collected.filter(({ coefficient }) => coefficient !== 0n),
  );
}

const sameNames = (a: readonly string[], b: readonly string[]) =>
  a === b || (a.length === b.length && a.every((name, i) => name === b[i]));

/** All names of both, sorted. Throws a RangeError for absurdly many. */
export function joinVariables(a: readonly string[], b: readonly string[]): readonly string[] {
  if (sameNames(a, b)) return a;
  const all = [...new Set([...a, ...b])].sort();
  requireVariables(all.length);
  return all;
}

/** The terms of p with exponents of all the given variables, which include those of p and may come in any order. */
export function termsIn(p: Polynomial, variables: readonly string[]): readonly Term[] {
  if (sameNames(p.variables, variables)) return p.terms;
  const places = variables.map((name) => p.variables.indexOf(name));
  return p.terms.map(({ exponents, coefficient }) => ({
    exponents: places.map((i) => (i < 0 ? 0 : exponents[i]!)),
    coefficient,
  }));
}

export function equalPolynomial(p: Polynomial, q: Polynomial): boolean {
  if (p === q) return true;
  return (
    p.terms.length === q.terms.length &&
    sameNames(p.variables, q.variables) &&
    p.terms.every(({ exponents, coefficient }, i) => {
      const other = q.terms[i]!;
      return coefficient === other.coefficient && compareExponents(exponents, other.exponents) === 0;
    })
  );
}

export const negatePolynomial = (p: Polynomial): Polynomial => scalePolynomial(p, -1n);

export function scalePolynomial(p: Polynomial, k: bigint): Polynomial {
  if (k === 0n) return zeroPolynomial;
  if (k === 1n) return p;
  const terms = p.terms.map(({ exponents, coefficient }) => ({ exponents, coefficient: coefficient * k }));
  return { variables: p.variables, terms };
}

/** p + k q */
function combine(p: Polynomial, q: Polynomial, k: 1n | -1n): Polynomial {
  if (q.terms.length === 0) return p;
  if (p.terms.length === 0) return scalePolynomial(q, k);
  const variables = joinVariables(p.variables, q.variables);
  const [left, right] = [termsIn(p, variables), termsIn(q, variables)];
  const terms: Term[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i]!, right[j]!];
    const order = compareExponents(a.exponents, b.exponents);
    if (order >= 0) i++;
    if (order <= 0) j++;
    if (order > 0) terms.push(a);
    else if (order < 0) terms.push(k === 1n ? b : { exponents: b.exponents, coefficient: -b.coefficient });
    else {
      const coefficient = k === 1n ? a.coefficient + b.coefficient : a.coefficient - b.coefficient;
      if (coefficient !== 0n) terms.push({ exponents: a.exponents, coefficient });
    }
  }
  for (; i < left.length; i++) terms.push(left[i]!);
  for (; j < right.length; j++) {
    const { exponents, coefficient } = right[j]!;
    terms.push({ exponents, coefficient: k === 1n ? coefficient : -coefficient });
  }
  requireTerms(terms.length);
  return terms.length === left.length + right.length ? { variables, terms } : fromSortedTerms(variables, terms);
}

export const addPolynomial = (p: Polynomial, q: Polynomial): Polynomial => combine(p, q, 1n);

export const subtractPolynomial = (p: Polynomial, q: Polynomial): Polynomial => combine(p, q, -1n);
