import { coefficientsIn, isZeroPolynomial, type Polynomial } from "../algebra/polynomial.js";
import { polynomialExact } from "./create.js";
import type { Atoms, Exact, FunctionAtom } from "./exact.js";
import type { ExactField } from "./field.js";

/** What the powers of an atom become. */
export type Image = (power: number) => Exact;

/** The polynomial with the images of some of its variables. */
export function substituteAtoms(
  p: Polynomial,
  atoms: Atoms,
  images: ReadonlyMap<string, Image>,
  field: ExactField,
): Exact {
  const name = p.variables.find((own) => images.has(own));
  if (name === undefined) return polynomialExact(p, atoms);
  const parts = coefficientsIn(p, name).map((coefficient, k) =>
    isZeroPolynomial(coefficient)
      ? field.zero
      : field.multiply(substituteAtoms(coefficient, atoms, images, field), images.get(name)!(k)),
  );
  return parts.reduce(field.add);
}

/** The functions of a head that the polynomial holds, by their variables. */
export const functionsIn = (
  { variables }: Polynomial,
  atoms: Atoms,
  head: FunctionAtom["head"],
): readonly (readonly [string, FunctionAtom["args"]])[] =>
  variables.flatMap((name) => {
    const atom = atoms[name];
    return atom?.kind === "function" && atom.head === head ? [[name, atom.args] as const] : [];
  });
