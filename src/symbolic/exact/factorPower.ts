import type { Polynomial } from "../algebra/polynomial.js";
import { type Rational, rational } from "../rational.js";
import { floorOf } from "./constant.js";
import { atomExact, integerExact, polynomialExact } from "./create.js";
import type { Atom, Atoms, Exact } from "./exact.js";
import { type Exponent, type ExponentTerm, isConstantTerm, multiplyExponent, scaleExponent } from "./exponent.js";
import type { ExactField } from "./field.js";

/** The double of a whole number. Throws a RangeError beyond 2^53. */
export function safeNumber(value: bigint): number {
  const result = Number(value);
  if (!Number.isSafeInteger(result)) throw new RangeError("an exponent beyond 2^53");
  return result;
}

/** The atom that a polynomial is, when it is one. */
function atomOf({ variables, terms }: Polynomial, atoms: Atoms): Atom | undefined {
  const isVariable = variables.length === 1 && terms.length === 1 && terms[0]!.exponents[0] === 1;
  return isVariable && terms[0]!.coefficient === 1n ? atoms[variables[0]!] : undefined;
}

/** factor^(p/q): the whole part, times a power of the q-th root. */
function constantPower(factor: Polynomial, exponent: Rational, atoms: Atoms, field: ExactField): Exact {
  const { numerator, denominator } = exponent;
  const floor = floorOf(exponent);
  const integral = field.power(polynomialExact(factor, atoms), safeNumber(floor));
  if (denominator === 1n) return integral;
  const root = atomExact({ kind: "root", degree: safeNumber(denominator), radicand: factor, split: true }, atoms);
  return field.multiply(integral, field.power(root, safeNumber(numerator - floor * denominator)));
}

/**
 * factor^(coefficient monomial) as a power of factor^(monomial/2), or of factor^(monomial/q) for a denominator q > 2.
 */
function symbolicPower(factor: Polynomial, exponent: ExponentTerm, atoms: Atoms, field: ExactField): Exact {
  const { numerator, denominator } = exponent.coefficient;
  const divisor = denominator <= 2n ? 2n : denominator;
  const atom: Atom = { kind: "power", base: factor, exponent: exponent.monomial, divisor: safeNumber(divisor) };
  return field.power(atomExact(atom, atoms), safeNumber((numerator * divisor) / denominator));
}

/** The power of one factor >= 0. A power of a root or of a power is a power of what is inside. */
export function factorPower(factor: Polynomial, exponent: Exponent, atoms: Atoms, field: ExactField): Exact {
  const atom = atomOf(factor, atoms);
  if (atom?.kind === "root" && atom.split) {
    return factorPower(atom.radicand, scaleExponent(exponent, rational(1, atom.degree)), atoms, field);
  }
  if (atom?.kind === "power" && atom.divisor > 1) {
    const inner = multiplyExponent(scaleExponent(exponent, rational(1, atom.divisor)), atom.exponent);
    return factorPower(atom.base, inner, atoms, field);
  }
  return exponent
    .map((term) =>
      isConstantTerm(term)
        ? constantPower(factor, term.coefficient, atoms, field)
        : symbolicPower(factor, term, atoms, field),
    )
    .reduce(field.multiply, field.one);
}

/** The power of one factor of any sign to a whole exponent. */
export function wholeFactorPower(factor: Polynomial, exponent: Exponent, atoms: Atoms, field: ExactField): Exact {
  return exponent
    .map((term) => {
      const n = safeNumber(term.coefficient.numerator);
      if (isConstantTerm(term)) return field.power(polynomialExact(factor, atoms), n);
      return field.power(atomExact({ kind: "power", base: factor, exponent: term.monomial, divisor: 1 }, atoms), n);
    })
    .reduce(field.multiply, field.one);
}

/** (-1)^exponent for a whole exponent. */
export function signPower(exponent: Exponent, field: ExactField): Exact {
  return exponent
    .filter(({ coefficient }) => coefficient.numerator % 2n !== 0n)
    .map((term) => (isConstantTerm(term) ? integerExact(-1) : atomExact({ kind: "sign", exponent: term.monomial })))
    .reduce(field.multiply, field.one);
}
