import type { Polynomial } from "../algebra/polynomial.js";
import type { Atom, Exact } from "./exact.js";

/** A text that only this polynomial has. */
export function polynomialKey({ variables, terms }: Polynomial): string {
  const term = (exponents: readonly number[]) =>
    exponents.map((exponent, i) => (exponent === 0 ? "" : `*${variables[i]}^${exponent}`)).join("");
  return terms.map(({ exponents, coefficient }) => `${coefficient}${term(exponents)}`).join("+") || "0";
}

/** A text that only this element has. */
export const exactKey = ({ numerator, denominator }: Exact): string =>
  `${polynomialKey(numerator)}/${polynomialKey(denominator)}`;

/** The variable that stands for an atom; it says everything about the atom. */
export function variableOf(atom: Atom): string {
  switch (atom.kind) {
    case "constant":
      return `#${atom.name}`;
    case "root":
      return `#root(${atom.degree},${atom.split},${polynomialKey(atom.radicand)})`;
    case "sign":
      return `#sign(${polynomialKey(atom.exponent)})`;
    case "power":
      return `#power(${polynomialKey(atom.base)},${polynomialKey(atom.exponent)},${atom.divisor})`;
    case "function":
      return `#${atom.head}(${atom.args.map(exactKey).join(",")})`;
  }
}
