/**
 * min over free coefficients of sup_{x in R} |sum_j c_j relu(w_j.x) + P.[x, 1]|: the smallest eps for which eq. (39) of Tian 2020 holds with the given
 * c_j. A Chebyshev linear program on the vertices of the arrangement, where the supremum is taken, so that it is exact in up to 3 inputs.
 */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { solveLinearProgram } from "../../../numeric/linearProgram.js";
import { assertShapes, flag, list, matrix, optionsOf } from "../../../numeric/shape.js";
import { preactivation } from "../network/preactivation.js";
import { polytope, type Region } from "../regions/polytope.js";
import { coefficientShape, regionShape } from "../shapes.js";
import { arrangementVertices } from "./arrangementVertices.js";

export interface SmallestSupNorm {
  /** The smallest eps. */
  readonly epsilon: number;
  /** c_1, ..., c_K, the given ones included. */
  readonly coefficients: readonly number[];
  /** P, d + 1 numbers; zeros without the affine part. */
  readonly affine: readonly number[];
  /** Of epsilon, absolute: the linear program's, and how much the supremum at these coefficients differs from epsilon. */
  readonly error: number;
  readonly vertices: number;
}

/** Of a pre-activation, relative to its terms: smaller ones are zero. */
const ON_HYPERPLANE = 1e-13;
const LARGEST_ERROR = 1e-7;

/**
 * The best approximation of zero by the nodes with rows [w~, b], where `given[j]` is c_j or null where it is free. `affine` (default true): P is free
 * too, else it is zero.
 * @throws TheoryError "domain" for ragged rows, and what `polytope` and `arrangementVertices` throw.
 */
export function smallestSupNorm(
  rows: Matrix,
  given: readonly (number | null)[],
  region: Region,
  options: { readonly affine?: boolean } = {},
): SmallestSupNorm {
  assertShapes(
    { rows: matrix, given: list(coefficientShape), region: regionShape, options: optionsOf({ affine: flag }) },
    { rows, given, region, options },
  );
  const { affine = true } = options;
  const within = polytope(region);
  const d = within.dimension;
  assertMatrix("rows", rows, { columns: d + 1 });
  if (given.length !== rows.length) {
    throw domainError(
      "given",
      `${given.length} entries`,
      `${rows.length} entries, one a node`,
      "Pass null where free.",
    );
  }
  const free = [...given.keys()].filter((j) => given[j] === null);
  const vertices = arrangementVertices(within, rows);
  const width = free.length + (affine ? d + 1 : 0);
  const lines = vertices.map((x) => lineAt(x, rows, given, affine));
  const { epsilon, error, point } = chebyshev(lines, width);
  return {
    epsilon,
    coefficients: given.map((c, j) => c ?? point[free.indexOf(j)]!),
    affine: affine ? point.slice(free.length, width) : new Array<number>(d + 1).fill(0),
    error,
    vertices: vertices.length,
  };
}

interface Line {
  readonly own: readonly number[];
  readonly fixed: number;
}

/** The point with the smallest largest |own.point + fixed|. */
function chebyshev(lines: readonly Line[], width: number) {
  const constraints = lines.flatMap(({ own, fixed }) => [
    { coefficients: [...own, -1], atMost: -fixed },
    { coefficients: [...own, 1], atLeast: -fixed },
  ]);
  const solution = solveLinearProgram({ maximise: [...new Array<number>(width).fill(0), -1], constraints });
  if (solution.status !== "optimal") {
    throw domainError("rows", solution.status, "a program with a solution", "Scale the rows to order 1.");
  }
  const { point, value } = solution;
  const epsilon = Math.max(0, -value);
  const residual = ({ own, fixed }: Line) => Math.abs(own.reduce((sum, entry, i) => sum + entry * point[i]!, fixed));
  const supremum = lines.reduce((most, line) => Math.max(most, residual(line)), 0);
  const error = solution.error + Math.abs(supremum - epsilon);
  if (error > LARGEST_ERROR * Math.max(1, ...lines.map(({ fixed }) => Math.abs(fixed)))) {
    throw domainError(
      "rows",
      `an error of ${error}`,
      "a program that doubles can decide",
      "Scale the rows to order 1.",
    );
  }
  return { epsilon, error, point };
}

/** The values at a vertex of what is free, and the sum of what is given. */
function lineAt(x: readonly number[], rows: Matrix, given: readonly (number | null)[], affine: boolean): Line {
  const values = rows.map((row) => {
    const value = preactivation(row, x);
    // a node that meets the region at its boundary has nothing but rounding there, which a free coefficient would blow up
    return value <= ON_HYPERPLANE * norm(row) * (1 + norm(x)) ? 0 : value;
  });
  const fixed = given.reduce<number>((sum, c, j) => sum + (c ?? 0) * values[j]!, 0);
  const own = values.filter((_, j) => given[j] === null);
  return { own: affine ? [...own, ...x, 1] : own, fixed };
}
