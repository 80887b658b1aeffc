import { coefficientsIn, degreeIn, degrees, fromCoefficients } from "./coefficients.js";
import { wordsOf } from "./integers.js";
import { maximalTerms, requireDegree, requireSteps, requireTerms, requireWords } from "./limits.js";
import { type Packing, packing } from "./packing.js";
import {
  addPolynomial,
  isConstantPolynomial,
  joinVariables,
  leadingCoefficient,
  type Polynomial,
  scalePolynomial,
  type Term,
  termsIn,
  zeroPolynomial,
} from "./sparse.js";

/** The 64-bit words of the longest coefficient, and of all together. */
function lengths(p: Polynomial): { longest: number; total: number } {
  let [longest, total] = [0, 0];
  for (const { coefficient } of p.terms) {
    const words = wordsOf(coefficient);
    total += words;
    if (words > longest) longest = words;
  }
  return { longest, total };
}

function requireSize(p: Polynomial, q: Polynomial): void {
  const [a, b] = [lengths(p), lengths(q)];
  requireWords(a.longest + b.longest - 1);
  requireSteps(a.total * b.total);
}

/** p q. Throws a RangeError where the product is absurdly large. */
export function multiplyPolynomial(p: Polynomial, q: Polynomial): Polynomial {
  if (p.terms.length === 0 || q.terms.length === 0) return zeroPolynomial;
  requireSize(p, q);
  if (isConstantPolynomial(p)) return scalePolynomial(q, leadingCoefficient(p));
  if (isConstantPolynomial(q)) return scalePolynomial(p, leadingCoefficient(q));
  const variables = joinVariables(p.variables, q.variables);
  const [left, right] = p.terms.length <= q.terms.length ? [p, q] : [q, p];
  const [a, b] = [degreesIn(left, variables), degreesIn(right, variables)];
  const highest = a.map((degree, i) => degree + b[i]!);
  highest.forEach(requireDegree);
  const [few, many] = [termsIn(left, variables), termsIn(right, variables)];
  if (few.length === 1) return { variables, terms: shifted(many, few[0]!) };
  const packed = packing(highest);
  return packed === null ? convolve(p, q, variables[0]!) : { variables, terms: collect(few, many, packed) };
}

function degreesIn(p: Polynomial, variables: readonly string[]): readonly number[] {
  const own = degrees(p);
  return variables.map((name) => own[p.variables.indexOf(name)] ?? 0);
}

const shifted = (terms: readonly Term[], by: Term): readonly Term[] =>
  terms.map(({ exponents, coefficient }) => ({
    exponents: exponents.map((exponent, i) => exponent + by.exponents[i]!),
    coefficient: coefficient * by.coefficient,
  }));

function collect(left: readonly Term[], right: readonly Term[], packed: Packing): readonly Term[] {
  const keys = right.map(({ exponents }) => packed.pack(exponents));
  const coefficients = right.map(({ coefficient }) => coefficient);
  // A table costs less than hashing where a fair part of it is filled.
  if (packed.size <= 8 * (left.length + right.length) || packed.size <= left.length * right.length) {
    const table = new Array<bigint>(packed.size).fill(0n);
    for (const { exponents, coefficient } of left) {
      const key = packed.pack(exponents);
      for (let j = 0; j < keys.length; j++) table[key + keys[j]!]! += coefficient * coefficients[j]!;
    }
    return fromTable(table, packed);
  }
  const sums = new Map<number, bigint>();
  for (const { exponents, coefficient } of left) {
    const key = packed.pack(exponents);
    for (let j = 0; j < keys.length; j++) {
      const place = key + keys[j]!;
      const old = sums.get(place);
      const product = coefficient * coefficients[j]!;
      sums.set(place, old === undefined ? product : old + product);
    }
    // Cancelled terms are counted too; they are few.
    if (sums.size > maximalTerms) requireTerms(sums.size);
  }
  const places = Float64Array.from(sums.keys()).sort();
  const terms: Term[] = [];
  for (let i = places.length - 1; i >= 0; i--) {
    const coefficient = sums.get(places[i]!)!;
    if (coefficient !== 0n) terms.push({ exponents: packed.unpack(places[i]!), coefficient });
  }
  return terms;
}

function fromTable(table: readonly bigint[], packed: Packing): readonly Term[] {
  const terms: Term[] = [];
  for (let key = table.length - 1; key >= 0; key--) {
    const coefficient = table[key]!;
    if (coefficient !== 0n) terms.push({ exponents: packed.unpack(key), coefficient });
  }
  requireTerms(terms.length);
  return terms;
}

/** The product as polynomials in one variable whose coefficients are polynomials in the others. */
function convolve(p: Polynomial, q: Polynomial, name: string): Polynomial {
  const [left, right] = [p, q].map((f) => [...coefficientsIn(f, name).entries()].filter(([, c]) => c.terms.length > 0));
  const sums = Array.from({ length: degreeIn(p, name) + degreeIn(q, name) + 1 }, () => zeroPolynomial);
  for (const [i, a] of left!) {
    for (const [j, b] of right!) sums[i + j] = addPolynomial(sums[i + j]!, multiplyPolynomial(a, b));
  }
  return fromCoefficients(sums, name);
}
