import { domainError } from "../../../numeric/domain.js";
import { assertMatrix, largestEntry, type Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { type ConvexCombination, convexCombination } from "./convexCombination.js";
import { differencesTo, type ExactMatrix, exactMatrix, roundedRows } from "./exactMatrix.js";
import { assertHullSize } from "./hullSize.js";
import { centralFunctional, type SeparatingFunctional, separatingFunctional } from "./separatingFunctional.js";

export interface HullOptions {
  /** A row this near to the hull of the others, in the largest entry, is no vertex; default 1e-10 times the largest entry. 0: exact. */
  readonly tolerance?: number;
}

/** What is known of one row, with its certificate: margin <= distance to the hull of the other rows <= residual. */
export type RowVerdict =
  | ({ readonly verdict: "vertex" } & SeparatingFunctional)
  | ({ readonly verdict: "inside" } & ConvexCombination)
  | ({ readonly verdict: "undecided" } & SeparatingFunctional & ConvexCombination);

export interface HullVertices {
  /** Rows that are vertices of the convex hull of the rows, ascending, from 0. */
  readonly vertices: readonly number[];
  /** vert(P): how many there are. */
  readonly count: number;
  /** Whether every row is a vertex; null where that is not decided. */
  readonly allVertices: boolean | null;
  /** Rows for which neither certificate was found. */
  readonly undecided: readonly number[];
  readonly rows: readonly RowVerdict[];
  readonly tolerance: number;
}

/**
 * Which rows of P are vertices: p_i is one when it is not in the convex hull of the other rows, as a multiset (of equal rows none is a vertex; a
 * single row is one).
 *
 * P: m x n, m up to 256, m n up to 8192, any finite numbers, each read as its shortest decimal. Linear programs propose, integers decide: a vertex has a
 * functional whose exact margin exceeds the tolerance, a row inside has a convex combination whose exact residual is within it (0 where it can be
 * solved exactly), anything else is "undecided", never guessed. Source: Definitions 1 and 2 of the ladder paper, where Conv(P) has
 * a dimension wrong: it is {P^T a, a in the simplex of m entries}. Cost: at most two small programs a row; 100 x 10 takes a second, the largest sizes up to half a minute.
 * @throws TheoryError "domain".
 */
export function hullVertices(P: Matrix, options: HullOptions = {}): HullVertices {
  assertMatrix("P", P);
  return exactHullVertices(exactMatrix(P), options);
}

/** The same for a matrix that is exact already, a product for one. */
export function exactHullVertices(matrix: ExactMatrix, options: HullOptions = {}): HullVertices {
  const count = matrix.integers.length;
  assertHullSize("P", count, matrix.integers[0]!.length);
  const { tolerance = 1e-10 * largestEntry(roundedRows(matrix)) } = options;
  if (!(tolerance >= 0 && tolerance < Infinity)) {
    throw domainError("tolerance", tolerance, "a finite number from 0 up", "Leave it out.");
  }
  const rows = matrix.integers.map((_, i) => verdictOf(matrix, i, tolerance));
  const having = (verdict: RowVerdict["verdict"]) => rows.flatMap((row, i) => (row.verdict === verdict ? [i] : []));
  const [vertices, undecided, inside] = [having("vertex"), having("undecided"), having("inside")];
  const allVertices = vertices.length === count ? true : inside.length > 0 ? false : null;
  return { vertices, count: vertices.length, allVertices, undecided, rows, tolerance };
}

function verdictOf(matrix: ExactMatrix, i: number, tolerance: number): RowVerdict {
  const others = differencesTo(matrix, i);
  if (others.length === 0) {
    const functional = matrix.integers[i]!.map(() => 0);
    return { verdict: "vertex", functional, margin: Number.POSITIVE_INFINITY };
  }
  if (others.some((row) => row.every((x) => x === 0))) {
    return { verdict: "inside", ...convexCombination(matrix, i, others) };
  }
  const central = centralFunctional(matrix, i, others);
  if (central.margin > tolerance) return { verdict: "vertex", ...central };
  const separating = separatingFunctional(matrix, i, others);
  if (separating.margin > tolerance) return { verdict: "vertex", ...separating };
  const combination = convexCombination(matrix, i, others);
  if (combination.residual <= tolerance) return { verdict: "inside", ...combination };
  return { verdict: "undecided", ...separating, ...combination };
}
