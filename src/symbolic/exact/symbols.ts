import type { Polynomial } from "../algebra/polynomial.js";
import type { Atom, Atoms, Exact } from "./exact.js";

function symbolsInAtom(atom: Atom, atoms: Atoms): readonly string[] {
  switch (atom.kind) {
    case "constant":
      return [];
    case "root":
      return symbolsInPolynomial(atom.radicand, atoms);
    case "sign":
      return atom.exponent.variables;
    case "power":
      return [...symbolsInPolynomial(atom.base, atoms), ...atom.exponent.variables];
    case "function":
      return atom.args.flatMap((arg) => [...symbolsIn(arg)]);
  }
}

/** The symbols of a polynomial in symbols and atoms, those inside the atoms included. */
export const symbolsInPolynomial = ({ variables }: Polynomial, atoms: Atoms): readonly string[] =>
  variables.flatMap((name) => {
    const atom = atoms[name];
    return atom === undefined ? [name] : symbolsInAtom(atom, atoms);
  });

/** The symbols of an element, those inside its atoms included. */
export const symbolsIn = ({ numerator, denominator, atoms }: Exact): ReadonlySet<string> =>
  new Set([...symbolsInPolynomial(numerator, atoms), ...symbolsInPolynomial(denominator, atoms)]);
