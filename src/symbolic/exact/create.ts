import { constantPolynomial, type Polynomial, variablePolynomial } from "../algebra/polynomial.js";
import type { Rational } from "../rational.js";
import type { Atom, Atoms, Exact, FunctionAtom } from "./exact.js";
import { variableOf } from "./key.js";
import { settle } from "./reduce.js";

const none: Atoms = Object.freeze({});
const one = constantPolynomial(1n);

export const rationalExact = ({ numerator, denominator }: Rational): Exact =>
  settle({ numerator: constantPolynomial(numerator), denominator: constantPolynomial(denominator) }, none);

export const integerExact = (value: bigint | number): Exact =>
  rationalExact({ numerator: BigInt(value), denominator: 1n });

/** The symbol itself. Throws a RangeError for a name that starts with "#", as atoms do. */
export function exactSymbol(name: string): Exact {
  if (name.startsWith("#")) throw new RangeError(`${name} is no name of a symbol: it starts with #`);
  return settle({ numerator: variablePolynomial(name), denominator: one }, none);
}

/** A polynomial in symbols and atoms. */
export const polynomialExact = (p: Polynomial, atoms: Atoms): Exact =>
  settle({ numerator: p, denominator: one }, atoms);

/** The atom itself, given the meaning of the atoms inside it. */
export function atomExact(atom: Atom, inside: Atoms = none): Exact {
  const name = variableOf(atom);
  return polynomialExact(variablePolynomial(name), { ...inside, [name]: Object.freeze(atom) });
}

export const functionAtom = (head: FunctionAtom["head"], ...args: readonly Exact[]): Exact =>
  atomExact({ kind: "function", head, args });

export const sqrtPi = (): Exact => atomExact({ kind: "constant", name: "sqrtPi" });
