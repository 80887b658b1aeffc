/**
 * Definition 2 of Tian 2020, corrected: student k observes teacher j when E_k meets the boundary {w_j.x = 0} INSIDE the region R0. As printed the
 * boundary is {f_j(x) = 0}, the whole closed half-space where j is silent, and R0 is not mentioned.
 */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { norm, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { solveLinearProgram } from "../../../numeric/linearProgram.js";
import { anyMatrix, assertShapes } from "../../../numeric/shape.js";
import { preactivation } from "../network/preactivation.js";
import { ownUnits } from "../regions/ownUnits.js";
import { type Polytope, polytope, type Region } from "../regions/polytope.js";
import { regionShape } from "../shapes.js";
import { largestBallOnSection, largestOnSection } from "./boxSection.js";
import { signBetween } from "./hyperplanes.js";

export interface Observation {
  /** Whether some x of the closed region has w_j.x = 0 and w_k.x > 1e-9 |w_k|, w_k as a row in the region's own units. */
  readonly observes: boolean;
  /** The largest w_k.x over that part of the boundary; 0 for aligned nodes, -Infinity where the boundary misses the region. */
  readonly margin: number;
  /** Where it is taken; null where the boundary misses the region. */
  readonly witness: readonly number[] | null;
  /** Radius of a ball around a point of the boundary that lies in the region and in E_k; 0 where there is none: then nothing is observed from within. */
  readonly depth: number;
}

export interface Observers {
  /** [k][j]: student k observes teacher j. */
  readonly observer: readonly (readonly boolean[])[];
  readonly observations: readonly (readonly Observation[])[];
}

const MARGIN = 1e-9;
const MOST_PAIRS = 10_000;

const unseen: Observation = { observes: false, margin: Number.NEGATIVE_INFINITY, witness: null, depth: 0 };

const direction = (row: readonly number[], length: number): number[] => row.slice(0, -1).map((w) => w / length);

/** Largest radius of a ball centred on the boundary of j, inside the region and E_k. 0 without one. */
function largestBallOnBoundary(region: Polytope, observed: readonly number[], observer: readonly number[]): number {
  const d = region.dimension;
  const [own, other] = [norm(observed.slice(0, d)), norm(observer.slice(0, d))];
  const solution = solveLinearProgram({
    maximise: [...new Array<number>(d).fill(0), 1],
    constraints: [
      { coefficients: [...direction(observed, own), 0], equal: -observed[d]! / own },
      ...(other === 0 ? [] : [{ coefficients: [...direction(observer, other), -1], atLeast: -observer[d]! / other }]),
      ...region.halfSpaces.map(({ normal, offset }) => ({ coefficients: [...normal, 1], atMost: offset })),
    ],
  });
  return solution.status === "optimal" ? solution.value : 0;
}

/** The largest value of the observer on the boundary inside the region, by a linear program. */
function largestOnBoundary(region: Polytope, observed: readonly number[], observer: readonly number[]) {
  const d = region.dimension;
  const [own, other] = [norm(observed.slice(0, d)), norm(observer.slice(0, d))];
  const solution = solveLinearProgram({
    maximise: other === 0 ? new Array<number>(d).fill(0) : direction(observer, other),
    constraints: [
      { coefficients: direction(observed, own), equal: -observed[d]! / own },
      ...region.halfSpaces.map(({ normal, offset }) => ({ coefficients: normal, atMost: offset })),
    ],
  });
  if (solution.status !== "optimal") return null;
  return { value: preactivation(observer, solution.point), point: solution.point };
}

/** Radius of a largest ball on the boundary, in the region and E_k; balls of less than 1e-9 of the region's box are none. */
function depthOf(region: Polytope, observed: readonly number[], observer: readonly number[]): number {
  const { region: own, row, spread } = ownUnits(region, { uniform: true });
  const ball = own.shape.kind === "box" ? largestBallOnSection : largestBallOnBoundary;
  const depth = ball(own, unit(row(observed)), unit(row(observer)));
  return depth > MARGIN ? depth * spread[0]! : 0;
}

/** How the node with row `observer` sees the boundary of the node with row `observed` inside the region. */
export function observe(region: Polytope, observed: readonly number[], observer: readonly number[]): Observation {
  if (norm(observed.slice(0, region.dimension)) === 0) return unseen;
  const isBox = region.shape.kind === "box";
  const own = ownUnits(region);
  // the observer to length 1: neither its scale nor the place and the units of the region decide
  const [boundary, seeing] = [own.row(observed), own.row(observer)];
  const length = norm(seeing);
  const largest = (isBox ? largestOnSection : largestOnBoundary)(own.region, unit(boundary), unit(seeing));
  if (largest === null) return unseen;
  const aligned = signBetween(observed, observer, region) !== 0;
  const observes = !aligned && largest.value > MARGIN;
  const margin = aligned ? 0 : largest.value * length;
  return {
    observes,
    margin,
    witness: own.point(largest.point),
    depth: observes ? depthOf(region, observed, observer) : 0,
  };
}

/**
 * Which students observe which teachers inside the region. Rows [w~, b] of d + 1 numbers; `observer[k][j]` holds for student k and teacher j when
 * some x of the closed region has w~_j.x + b_j = 0 and w~_k.x + b_k > 1e-9 |w_k|, the length of the row in coordinates in which the region's
 * box is [-1, 1]^d, so that no scale of w_k and no place or units of the region matter: linear programs, which boxes solve by sorting. Aligned students are
 * never observers of their own teacher. A dead student (zeros) observes nothing, a constant one (w~ = 0, b > 0) every visible boundary. At most
 * 10000 pairs; in regions that are no boxes two linear programs a pair.
 * @throws TheoryError "domain" for ragged rows, a teacher with w~ = 0 (it has no boundary), and what `polytope` throws.
 */
export function observers(teacher: Matrix, student: Matrix, region: Region): Observers {
  assertShapes({ teacher: anyMatrix, student: anyMatrix, region: regionShape }, { teacher, student, region });
  const within = polytope(region);
  assertMatrix("teacher", teacher, { columns: within.dimension + 1 });
  assertMatrix("student", student, { columns: within.dimension + 1 });
  if (teacher.length * student.length > MOST_PAIRS) {
    throw domainError("student", `${student.length} nodes`, `at most ${MOST_PAIRS} pairs of nodes`, "Use fewer nodes.");
  }
  const flat = teacher.findIndex((row) => norm(row.slice(0, -1)) === 0);
  if (flat >= 0) {
    const remedy = "A node with zero weights has no boundary: drop it.";
    throw domainError(`teacher[${flat}]`, teacher[flat]!.join(", "), "weights that are not all zero", remedy);
  }
  const observations = student.map((own) => teacher.map((row) => observe(within, row, own)));
  return { observer: observations.map((row) => row.map(({ observes }) => observes)), observations };
}
