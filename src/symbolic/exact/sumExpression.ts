import { gcdPolynomial } from "../algebra/gcd.js";
import {
  constantPolynomial,
  dividePolynomial,
  leadingCoefficient,
  negatePolynomial,
  type Polynomial,
  primitivePart,
  scalePolynomial,
} from "../algebra/polynomial.js";
import { functionOfPolynomial } from "../algebra/rationalFunction.js";
import { fromTerms } from "../algebra/sparse.js";
import { call, type Expression } from "../expression.js";
import type { Atoms } from "./exact.js";
import { polynomialKey } from "./key.js";
import { type Monomial, productOf } from "./product.js";
import { type Factors, factorsOf, multiplied, type Write } from "./productExpression.js";

/** coefficient * monomial; the coefficient in symbols, the monomial in atoms. */
export interface Part {
  readonly coefficient: Polynomial;
  readonly monomial: Monomial;
}

export const negatePart = ({ coefficient, monomial }: Part): Part => ({
  coefficient: negatePolynomial(coefficient),
  monomial,
});

/** A polynomial by its monomials in atoms. */
export function partsOf(p: Polynomial): readonly Part[] {
  const isAtom = p.variables.map((name) => name.startsWith("#"));
  const groups = new Map<string, { monomial: Monomial; terms: Polynomial["terms"][number][] }>();
  for (const { exponents, coefficient } of p.terms) {
    const monomial = p.variables.flatMap((name, i) =>
      isAtom[i] && exponents[i]! > 0 ? [[name, exponents[i]!] as const] : [],
    );
    const key = monomial.map(([name, n]) => `${name}^${n}`).join("*");
    const group = groups.get(key) ?? { monomial, terms: [] };
    group.terms.push({ exponents: exponents.filter((_, i) => !isAtom[i]), coefficient });
    groups.set(key, group);
  }
  const symbols = p.variables.filter((_, i) => !isAtom[i]);
  return [...groups.values()].map(({ monomial, terms }) => ({ coefficient: fromTerms(symbols, terms), monomial }));
}

/** The part that all have in common, and the rest of each. */
export function extractCommon(parts: readonly Part[]): { readonly common: Part; readonly rest: readonly Part[] } {
  const divisor = parts.map(({ coefficient }) => coefficient).reduce(gcdPolynomial);
  const exponentIn = (monomial: Monomial, name: string) => monomial.find(([own]) => own === name)?.[1] ?? 0;
  const least = parts[0]!.monomial
    .map(([name]) => [name, Math.min(...parts.map(({ monomial }) => exponentIn(monomial, name)))] as const)
    .filter(([, n]) => n > 0);
  const rest = parts.map(({ coefficient, monomial }) => ({
    coefficient: dividePolynomial(coefficient, divisor)!,
    monomial: monomial.map(([name, n]) => [name, n - exponentIn(least, name)] as const).filter(([, n]) => n > 0),
  }));
  return { common: { coefficient: divisor, monomial: least }, rest };
}

export interface Signed {
  readonly negative: boolean;
  readonly body: Expression;
}

export const quotient = ({ top, bottom }: Omit<Factors, "negative">): Expression =>
  bottom.length === 0 ? multiplied(top) : call("Divide", multiplied(top), multiplied(bottom));

function signedProduct(coefficient: Polynomial, monomial: Monomial, atoms: Atoms, write: Write): Signed {
  const factors = factorsOf(productOf(functionOfPolynomial(coefficient), monomial, atoms), atoms, write);
  return { negative: factors.negative, body: quotient(factors) };
}

/** The sum, a positive term first; its negative where all are negative. */
function signedSum(list: readonly Signed[]): Signed {
  const place = Math.max(
    0,
    list.findIndex(({ negative }) => !negative),
  );
  const first = list[place]!;
  const body = list
    .filter((_, i) => i !== place)
    .reduce((sum, term) => call(term.negative === first.negative ? "Add" : "Subtract", sum, term.body), first.body);
  return { negative: first.negative, body };
}

/** 1 or a power of sqrt(pi). */
const isPower = (monomial: Monomial) => monomial.every(([name]) => name === "#sqrtPi" || name === "#pi");

/** A sum of parts, those with proportional coefficients together: c (pi - arccos(c)) + sqrt(1 - c^2). */
export function sumExpression(parts: readonly Part[], atoms: Atoms, write: Write): Signed {
  const groups = new Map<string, { shape: Polynomial; members: { ratio: bigint; monomial: Monomial }[] }>();
  for (const { coefficient, monomial } of parts) {
    const shape = primitivePart(coefficient);
    const ratio = leadingCoefficient(coefficient) / leadingCoefficient(shape);
    const group = groups.get(polynomialKey(shape)) ?? { shape, members: [] };
    group.members.push({ ratio, monomial });
    groups.set(polynomialKey(shape), group);
  }
  const terms = [...groups.values()].map(({ shape, members }): Signed => {
    const [only] = members;
    if (members.length === 1) return signedProduct(scalePolynomial(shape, only!.ratio), only!.monomial, atoms, write);
    const common = members.map(({ ratio }) => constantPolynomial(ratio)).reduce(gcdPolynomial);
    // pi - arccos(c), not arccos(c) - pi
    const isNegative = groups.size > 1 && (members.find(({ monomial }) => isPower(monomial)) ?? only!).ratio < 0n;
    const divisor = leadingCoefficient(common) * (isNegative ? -1n : 1n);
    const inner = signedSum(
      members.map(({ ratio, monomial }) => signedProduct(constantPolynomial(ratio / divisor), monomial, atoms, write)),
    );
    const outer = signedProduct(scalePolynomial(shape, divisor), [], atoms, write);
    const negative = inner.negative !== outer.negative;
    return outer.body.head === "Integer" && outer.body.value === 1n
      ? { negative, body: inner.body }
      : { negative, body: call("Multiply", outer.body, inner.body) };
  });
  return signedSum(terms);
}
