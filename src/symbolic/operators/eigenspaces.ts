import type { Field } from "../algebra/field.js";
import { call, type Expression, integer } from "../expression.js";
import { rational } from "../rational.js";
import { type Block, blockEigenvalues } from "./block.js";
import { cycleMatrix, differenceMatrix, type Signs } from "./eigenmatrices.js";
import { dimensions, eigenvalues } from "./eigenvalues.js";
import { exchangeable, exchangeableMatrix } from "./exchangeable.js";
import type { Notation } from "./notation.js";
import type { Operator } from "./operator.js";
import type { OperatorAlgebra } from "./operatorAlgebra.js";
import { mapStructured, type StructuredMatrix } from "./structuredMatrix.js";

/** An eigenvalue with one matrix whose images under permutations span its eigenspace. */
export interface Eigenspace {
  readonly representation: "trivial" | "standard" | "M";
  readonly eigenvalue: Expression;
  readonly eigenmatrix: StructuredMatrix<Expression>;
  /** 1, B - 1 or B(B - 3)/2. */
  readonly dimension: Expression;
  /** How many independent directions the block has lost: 1 where its eigenvalue is double and it is not diagonal, else 0. */
  readonly deficiency: 0 | 1;
}

/**
 * Theorem 1: the eigenspaces of an ultrasymmetric operator on symmetric matrices, B >= 4: two of dimension 1, two of
 * dimension B - 1, one of dimension B(B - 3)/2. Eigenvalues are in the field where the block is triangular or its
 * discriminant a square there, and (trace +- sqrt(discriminant))/2 otherwise; eigenmatrices are BSB1(x, y) and L(x, y)
 * with (x, y) = (lambda - s, r) for a block ((p, q), (r, s)). For coefficients that are symbols this holds generically: at
 * numbers with r = 0 the vector may vanish, and where a block has a double eigenvalue without being diagonal one
 * eigenspace is missing, which the theorem does not mention; `deficiency` says so. Throws a RangeError for B = 1, 2, 3.
 */
export function eigenspaces<T>(
  algebra: OperatorAlgebra<T>,
  operator: Operator<T>,
  notation: Notation<T>,
): readonly Eigenspace[] {
  const { field } = algebra;
  const { express } = notation;
  const { trivial, standard, M } = eigenvalues(algebra, operator);
  const dimension = dimensions(algebra);
  const ofBlock = (
    representation: "trivial" | "standard",
    directions: readonly Direction[],
    matrix: (x: Expression, y: Expression) => StructuredMatrix<Expression>,
  ): Eigenspace[] =>
    directions.map(({ eigenvalue, x, y }) =>
      Object.freeze({
        representation,
        eigenvalue,
        eigenmatrix: matrix(x, y),
        dimension: express(representation === "trivial" ? dimension.G : dimension.L),
        deficiency: directions.length === 1 ? 1 : 0,
      }),
    );
  return Object.freeze([
    ...ofBlock("trivial", directionsOf(field, trivial, notation), (x, y) => exchangeableMatrix(exchangeable(x, y))),
    ...ofBlock("standard", directionsOf(field, standard, notation), (x, y) => differenceMatrix(signs, x, y)),
    Object.freeze({
      representation: "M" as const,
      eigenvalue: express(M),
      eigenmatrix: mapStructured(cycleMatrix(field), express),
      dimension: express(dimension.M),
      deficiency: 0 as const,
    }),
  ]);
}

interface Direction {
  readonly eigenvalue: Expression;
  readonly x: Expression;
  readonly y: Expression;
}

const isZero = (value: Expression) => value.head === "Integer" && value.value === 0n;
const signs: Signs<Expression> = {
  zero: integer(0),
  negate: (value) => (isZero(value) ? value : call("Negate", value)),
};

/** The eigenvectors of a block: two, or one where it is not diagonalisable. */
function directionsOf<T>(field: Field<T>, of: Block<T>, { express, squareRoot }: Notation<T>): readonly Direction[] {
  const roots = blockEigenvalues(field, of, squareRoot);
  if (roots === null) return irrationalDirections(field, of, express);
  const [[p, q], [r, s]] = of.entries;
  const direction = (eigenvalue: T, x: T, y: T): Direction => ({
    eigenvalue: express(eigenvalue),
    x: express(x),
    y: express(y),
  });
  if (field.isZero(q) && field.isZero(r)) {
    return [direction(p, field.one, field.zero), direction(s, field.zero, field.one)];
  }
  const distinct = field.isZero(of.discriminant) ? roots.slice(1) : roots;
  return distinct.map((root) => {
    const across = field.subtract(root, s);
    // (root - s, r) vanishes on one side of a triangular block: there the first row has the direction.
    return field.isZero(across) && field.isZero(r)
      ? direction(root, q, field.subtract(root, p))
      : direction(root, across, r);
  });
}

function irrationalDirections<T>(field: Field<T>, of: Block<T>, express: (value: T) => Expression): Direction[] {
  const half = field.fromRational(rational(1, 2));
  const [[p], [r, s]] = of.entries;
  const centre = express(field.multiply(half, of.trace));
  const across = express(field.multiply(half, field.subtract(p, s)));
  const spread = call("Sqrt", express(field.multiply(field.multiply(half, half), of.discriminant)));
  return (["Add", "Subtract"] as const).map((sign) => ({
    eigenvalue: call(sign, centre, spread),
    x: call(sign, across, spread),
    y: express(r),
  }));
}
