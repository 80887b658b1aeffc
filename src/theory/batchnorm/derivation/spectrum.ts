/** The eigenvalues of the two Jacobians on G, L and M (the paper's Theorem 1 and B.38) in B and the moments. */
import { rationalFunctions as field, type RationalFunction } from "../../../symbolic/algebra/rationalFunction.js";
import { centring } from "../../../symbolic/operators/constructors.js";
import { cycleMatrix, differenceMatrix } from "../../../symbolic/operators/eigenmatrices.js";
import type { CentredEigenvalues } from "../../../symbolic/operators/eigenvalues.js";
import { centringMatrix, exchangeableMatrix } from "../../../symbolic/operators/exchangeable.js";
import type { Operator } from "../../../symbolic/operators/operator.js";
import { OperatorAlgebra } from "../../../symbolic/operators/operatorAlgebra.js";
import type { StructuredMatrix } from "../../../symbolic/operators/structuredMatrix.js";
import { batch } from "./exchange.js";
import { backwardEntry, forwardEntry } from "./jacobians.js";
import type { LinearForm } from "./linearForm.js";

export type Direction = "forward" | "backward";
export type Space = keyof CentredEigenvalues<unknown>;

const algebra = new OperatorAlgebra(field, batch);
const project = centring(algebra);

/** A matrix whose images under permutations span the space. */
function eigenmatrix(space: Space): StructuredMatrix<RationalFunction> {
  if (space === "G") return exchangeableMatrix(centringMatrix(algebra));
  if (space === "M") return cycleMatrix(field);
  return differenceMatrix(field, field.subtract(batch, algebra.integer(2)), field.one);
}

/** lambda with image = lambda E in every entry. Throws a RangeError when there is none. */
function ratio(
  image: StructuredMatrix<RationalFunction>,
  matrix: StructuredMatrix<RationalFunction>,
): RationalFunction {
  const pairs = matrix.corner.flatMap((row, i) => row.map((entry, j) => [entry, image.corner[i]![j]!] as const));
  const [unit, value] = pairs.find(([entry]) => !field.isZero(entry))!;
  const lambda = field.divide(value, unit);
  for (const [entry, found] of pairs) {
    if (!field.isZero(field.subtract(found, field.multiply(lambda, entry)))) throw new RangeError("not an eigenmatrix");
  }
  return lambda;
}

/** The Jacobian as one operator for each moment in its entries. */
function operators(direction: Direction): ReadonlyMap<string, Operator<RationalFunction>> {
  const jacobian = direction === "forward" ? forwardEntry : backwardEntry;
  const known = new Map<string, LinearForm>();
  // [kl|ij] = [lk|ji]: half of the entries are enough
  const entry = (k: number, l: number, i: number, j: number) => {
    const key = [`${k}${l}${i}${j}`, `${l}${k}${j}${i}`].sort()[0]!;
    const form = known.get(key) ?? jacobian(k, l, i, j);
    known.set(key, form);
    return form;
  };
  // asking for one moment fills `known` with the entries of every orbit
  const one = (name: string) => algebra.operator((k, l, i, j) => entry(k, l, i, j).get(name) ?? field.zero);
  one("");
  const names = new Set([...known.values()].flatMap((form) => [...form.keys()]));
  return new Map([...names].map((name) => [name, one(name)]));
}

/**
 * mu times the eigenvalue of G T G on a space, as a linear form in the moments. It is read off the image of an eigenmatrix, every
 * entry of which is compared.
 */
export function eigenvalueForm(direction: Direction, space: Space): LinearForm {
  const matrix = eigenmatrix(space);
  const values = [...operators(direction)].map(([name, operator]) => {
    const image = algebra.apply(project, algebra.apply(operator, matrix));
    return [name, ratio(image, matrix)] as const;
  });
  return new Map(values.filter(([, value]) => !field.isZero(value)));
}
