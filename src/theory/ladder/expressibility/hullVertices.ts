import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { anyMatrix, assertShapes, fromZero, optionsOf } from "../../../numeric/shape.js";
import { absolute } from "../../../symbolic/algebra/integers.js";
import { differencesTo, type ExactMatrix, exactMatrix } from "../../../symbolic/exactMatrix.js";
import { convexCombination } from "./convexCombination.js";
import { type ExactVerdict, exactVerdict } from "./exactVerdict.js";
import { assertHullSize } from "./hullSize.js";
import { hullTable } from "./hullTable.js";
import { centralFunctional, separatingFunctional } from "./separatingFunctional.js";

export interface HullOptions {
  /**
   * A row this near to the hull of the others, in the largest entry, is no vertex; 0: exact, for the decimals as given. Default 0, and 1e-10
   * for rounded probabilities: rows that all sum to 1 within 1e-9, and not all exactly.
   */
  readonly tolerance?: number;
}

/** What is known of one row, with its certificate: margin <= distance to the hull of the other rows <= residual. */
export type RowVerdict = ExactVerdict;

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
 * P: m x n, m up to 256, m n up to 8192, any finite numbers, each read as its shortest decimal. Exact for these decimals: each verdict has a
 * certificate in whole numbers, a functional with a positive margin, or a combination with residual 0
 * (also where interval bounds prove that there is one, within 1e-9 of the weights listed: then they spare the fractions); columns may have any units. Other rows whose
 * decimals are rounded, 0.3333 for 1/3, are taken as they stand: a tolerance says how near to the hull counts as inside; tables of probabilities that
 * were rounded have one by default, since rounding alone moves their rows off the plane in which they lie. With a tolerance a vertex has
 * a functional whose exact margin exceeds it, a row inside a combination whose exact residual is within it, and anything else is "undecided", never
 * guessed. Source: Definitions 1 and 2 of the ladder paper, where Conv(P) has a dimension wrong: it is {P^T a, a in the simplex of m entries}.
 * @throws TheoryError "domain".
 */
export function hullVertices(P: Matrix, options: HullOptions = {}): HullVertices {
  assertShapes({ P: anyMatrix, options: optionsOf({ tolerance: fromZero }) }, { P, options });
  assertMatrix("P", P);
  const exact = exactMatrix(P);
  return exactHullVertices(exact, { tolerance: roundingOf(exact), ...options });
}

/** 1e-10 for tables of probabilities that were rounded, 0 for other matrices. */
export function roundingOf({ integers, denominator }: ExactMatrix): number {
  const excess = integers.map((row) => row.reduce((sum, value) => sum + value, -denominator));
  const isTable = excess.every((value) => absolute(value) * 10n ** 9n <= denominator);
  return isTable && excess.some((value) => value !== 0n) ? 1e-10 : 0;
}

/** The same for a matrix that is exact already, a product for one. */
export function exactHullVertices(matrix: ExactMatrix, { tolerance = 0 }: HullOptions = {}): HullVertices {
  const count = matrix.integers.length;
  assertHullSize("P", count, matrix.integers[0]!.length);
  if (!(tolerance >= 0 && tolerance < Infinity)) {
    throw domainError("tolerance", tolerance, "a finite number from 0 up", "Leave it out.");
  }
  const twins = twinsOf(matrix);
  const table = hullTable(matrix);
  const rows = matrix.integers.map((own, i): RowVerdict => {
    if (count === 1) return { verdict: "vertex", functional: own.map(() => 0), margin: Number.POSITIVE_INFINITY };
    const twin = twins[i]!;
    if (twin >= 0) return { verdict: "inside", weights: twins.map((_, j) => Number(j === twin)), residual: 0 };
    const exact = exactVerdict(table, i);
    const stands = exact.verdict === "inside" || (exact.verdict === "vertex" && exact.margin > tolerance);
    return tolerance === 0 || stands ? exact : verdictWithin(matrix, i, tolerance);
  });
  const having = (verdict: RowVerdict["verdict"]) => rows.flatMap((row, i) => (row.verdict === verdict ? [i] : []));
  const [vertices, undecided, inside] = [having("vertex"), having("undecided"), having("inside")];
  const allVertices = vertices.length === count ? true : inside.length > 0 ? false : null;
  return { vertices, count: vertices.length, allVertices, undecided, rows, tolerance };
}

/** For each row the first other row that equals it, -1 without one. */
function twinsOf({ integers }: ExactMatrix): readonly number[] {
  const keys = integers.map((row) => row.join());
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  for (const [i, key] of keys.entries()) {
    if (!first.has(key)) first.set(key, i);
    else if (!second.has(key)) second.set(key, i);
  }
  return keys.map((key, i) => (first.get(key) === i ? (second.get(key) ?? -1) : first.get(key)!));
}

function verdictWithin(matrix: ExactMatrix, i: number, tolerance: number): RowVerdict {
  const others = differencesTo(matrix, i);
  const central = centralFunctional(matrix, i, others);
  if (central.margin > tolerance) return { verdict: "vertex", ...central };
  const separating = separatingFunctional(matrix, i, others);
  if (separating.margin > tolerance) return { verdict: "vertex", ...separating };
  const combination = convexCombination(matrix, i, others);
  if (combination.residual <= tolerance) return { verdict: "inside", ...combination };
  return { verdict: "undecided", ...separating, ...combination };
}
