import { type Rational, rational } from "../rational.js";
import { gcdInteger } from "./integers.js";
import { requireWords } from "./limits.js";
import {
  addPolynomial,
  compareExponents,
  fromSortedTerms,
  joinVariables,
  type Polynomial,
  type Term,
  termsIn,
  zeroPolynomial,
} from "./sparse.js";

/** The highest power of every variable of p, in their order. */
export function degrees(p: Polynomial): readonly number[] {
  const highest = p.variables.map(() => 0);
  for (const { exponents } of p.terms) {
    for (let i = 0; i < highest.length; i++) if (exponents[i]! > highest[i]!) highest[i] = exponents[i]!;
  }
  return highest;
}

/** The highest power of the name in p; 0 for the zero polynomial. */
export function degreeIn(p: Polynomial, name: string): number {
  const place = p.variables.indexOf(name);
  return place < 0 ? 0 : p.terms.reduce((highest, { exponents }) => Math.max(highest, exponents[place]!), 0);
}

const without = <T>(list: readonly T[], place: number): readonly T[] => list.filter((_, i) => i !== place);

const raise = (exponents: readonly number[], place: number, by: number): readonly number[] =>
  exponents.map((exponent, i) => (i === place ? exponent + by : exponent));

const sum = (exponents: readonly number[]) => exponents.reduce((a, b) => a + b, 0);

/** The largest sum of exponents; 0 for the zero polynomial. */
export const totalDegree = (p: Polynomial): number =>
  p.terms.reduce((highest, { exponents }) => Math.max(highest, sum(exponents)), 0);

/** The greatest common divisor of the coefficients, >= 0. */
export function content(p: Polynomial): bigint {
  let divisor = 0n;
  for (const { coefficient } of p.terms) {
    divisor = gcdInteger(coefficient, divisor);
    if (divisor === 1n) break;
  }
  return divisor;
}

/** p / k for a k that divides every coefficient. */
export function divideByInteger(p: Polynomial, k: bigint): Polynomial {
  if (k === 1n) return p;
  const terms = p.terms.map(({ exponents, coefficient }) => ({ exponents, coefficient: coefficient / k }));
  return { variables: p.variables, terms };
}

/** p over its content, with a positive leading coefficient; 0 stays 0. */
export function primitivePart(p: Polynomial): Polynomial {
  if (p.terms.length === 0) return p;
  const divisor = content(p);
  return divideByInteger(p, p.terms[0]!.coefficient < 0n ? -divisor : divisor);
}

/** The c_k of p = sum_k c_k name^k, for k = 0 .. degree (one entry, p, when the name does not occur). */
export function coefficientsIn(p: Polynomial, name: string): readonly Polynomial[] {
  const place = p.variables.indexOf(name);
  if (place < 0) return [p];
  const others = without(p.variables, place);
  const terms: Term[][] = Array.from({ length: degreeIn(p, name) + 1 }, () => []);
  for (const { exponents, coefficient } of p.terms) {
    // Terms of one power of the name keep their order when the name is left out.
    terms[exponents[place]!]!.push({ exponents: without(exponents, place), coefficient });
  }
  return terms.map((list) => (list.length === 0 ? zeroPolynomial : fromSortedTerms(others, list)));
}

/** sum_k list[k] name^k; the name may occur in the coefficients too. */
export function fromCoefficients(list: readonly Polynomial[], name: string): Polynomial {
  if (list.some(({ variables }) => variables.includes(name))) {
    return list.reduce((total, p, k) => addPolynomial(total, shift(p, name, k)), zeroPolynomial);
  }
  const names = list.reduce<readonly string[]>((all, p) => joinVariables(all, p.variables), []);
  const variables = [...names, name].sort();
  const place = variables.indexOf(name);
  const terms = list.flatMap((p, k) =>
    termsIn(p, names).map(({ exponents, coefficient }) => ({
      exponents: [...exponents.slice(0, place), k, ...exponents.slice(place)],
      coefficient,
    })),
  );
  return fromSortedTerms(
    variables,
    terms.sort((a, b) => compareExponents(b.exponents, a.exponents)),
  );
}

/** p name^k, k >= 0. */
function shift(p: Polynomial, name: string, k: number): Polynomial {
  const variables = joinVariables(p.variables, [name]);
  const place = variables.indexOf(name);
  const terms = termsIn(p, variables).map(({ exponents, coefficient }) => ({
    exponents: raise(exponents, place, k),
    coefficient,
  }));
  return fromSortedTerms(variables, terms);
}

export function derivativePolynomial(p: Polynomial, name: string): Polynomial {
  const place = p.variables.indexOf(name);
  if (place < 0) return zeroPolynomial;
  const terms = p.terms.flatMap(({ exponents, coefficient }) => {
    const power = exponents[place]!;
    return power === 0 ? [] : [{ exponents: raise(exponents, place, -1), coefficient: coefficient * BigInt(power) }];
  });
  return fromSortedTerms(p.variables, terms);
}

/** The function e -> top^e bottom^(degree - e), each power computed once. */
function powersOf({ numerator, denominator }: Rational, degree: number): (exponent: number) => bigint {
  const bits = Math.max(numerator.toString(2).length, denominator.toString(2).length) - 1;
  requireWords((degree * bits) / 64);
  const known = new Map<number, bigint>();
  return (exponent) => {
    let power = known.get(exponent);
    if (power === undefined) {
      power = numerator ** BigInt(exponent) * denominator ** BigInt(degree - exponent);
      known.set(exponent, power);
    }
    return power;
  };
}

/** The exact value of p. Throws a RangeError when a variable of p has no value, or when the value is absurdly long. */
export function evaluatePolynomial(p: Polynomial, values: Readonly<Record<string, Rational>>): Rational {
  const highest = degrees(p);
  const at = p.variables.map((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`no value for ${name}`);
    return value;
  });
  const powers = at.map((value, i) => powersOf(value, highest[i]!));
  let numerator = 0n;
  for (const { exponents, coefficient } of p.terms) {
    numerator += powers.reduce((product, power, i) => product * power(exponents[i]!), coefficient);
  }
  const denominator = at.reduce((product, value, i) => product * value.denominator ** BigInt(highest[i]!), 1n);
  return rational(numerator, denominator);
}
