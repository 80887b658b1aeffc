import { assertInteger, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { numericRank } from "../../../numeric/linearAlgebra/singularValues.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, madeBy, matrix } from "../../../numeric/shape.js";

/** A base measure on the points: "counting" gives each of them 1, a list its own weights. They need not sum to 1. */
export type BaseMeasure = "counting" | Vector;

/** p(x; theta) = exp(<theta, g(x)> - psi(theta)) mu(x) on finitely many points; made by `exponentialFamily`. */
export interface ExponentialFamily {
  /** Of theta. */
  readonly dimension: number;
  /** The statistics g(x) of the points of positive weight, a row a point. */
  readonly statistics: Matrix;
  /** Their base weights. */
  readonly weights: Vector;
  /** Half the largest range of each statistic: units of the coordinates in error bounds. */
  readonly halfRanges: Vector;
}

export const familyShape = madeBy("exponentialFamily", "dimension", "statistics", "weights", "halfRanges");

const REMEDY = "Drop or change a statistic: (1, g) must be linearly independent on the points of positive weight.";

/**
 * The exponential family of given statistics on finitely many points. Points of weight 0 are left out.
 *
 * A family is refused as singular where 1 and the statistics are linearly dependent on the points (to 1e-10 of the statistics' ranges): then
 * several theta are one law and psi is not strictly convex. The paper asks for independent statistics only; with 1 among their combinations, as
 * for (x, 1 - x), that is not enough.
 *
 * Domain: `statistics` is points x dimension, 2 to 100000 points, dimension up to 100, at most 1e6 entries; weights from 0 up, at least two
 * of them positive. Source: Definitions 7 and D.5 of the S-System paper. @throws TheoryError "domain".
 */
export function exponentialFamily(statistics: Matrix, measure: BaseMeasure = "counting"): ExponentialFamily {
  assertShapes({ statistics: matrix }, { statistics });
  assertMatrix("statistics", statistics);
  assertInteger("statistics.length", statistics.length, 2, 100_000);
  const dimension = statistics[0]!.length;
  assertInteger("statistics[0].length", dimension, 1, Math.min(100, Math.floor(1e6 / statistics.length)));
  const weights = weightsOf("measure", measure, statistics.length);
  const kept = [...statistics.keys()].filter((k) => weights[k]! > 0);
  const rows = kept.map((k) => Object.freeze([...statistics[k]!]));
  const halfRanges = Array.from({ length: dimension }, (_, i) => halfRange(rows.map((row) => row[i]!)));
  assertIndependent(rows, halfRanges);
  return Object.freeze({
    dimension,
    statistics: Object.freeze(rows),
    weights: Object.freeze(kept.map((k) => weights[k]!)),
    halfRanges: Object.freeze(halfRanges),
  });
}

/** The weights that a measure gives; throws TheoryError unless they are one a point, from 0 up, with a positive one. */
export function weightsOf(parameter: string, measure: BaseMeasure, points: number): Vector {
  if (measure === "counting") return new Array<number>(points).fill(1);
  assertNumbers(parameter, measure, points);
  const bad = measure.findIndex((weight) => weight < 0 || weight > 1e100);
  if (bad >= 0) {
    throw domainError(`${parameter}[${bad}]`, measure[bad], "a weight from 0 to 1e100", "Pass weights of a measure.");
  }
  if (measure.some((weight) => weight > 0)) return measure;
  throw domainError(parameter, "all weights 0", "a measure that is not 0", "Give some point a positive weight.");
}

function halfRange(values: Vector): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return (high - low) / 2;
}

function assertIndependent(rows: Matrix, halfRanges: Vector): void {
  const constant = halfRanges.findIndex((range) => !(range > 0));
  if (constant >= 0) {
    const what = `a statistic that is constant on the ${rows.length} points of positive weight`;
    throw domainError(`statistics[.][${constant}]`, what, "a family that is not singular", REMEDY);
  }
  // centred on one point and in units of its range: a dependence on 1 becomes one among the columns
  const centred = rows.slice(1).map((row) => row.map((x, i) => (x - rows[0]![i]!) / halfRanges[i]!));
  if (numericRank(reduced(centred)) === halfRanges.length) return;
  throw domainError(
    "statistics",
    `${halfRanges.length} statistics on ${rows.length} points of positive weight`,
    "a family that is not singular",
    REMEDY,
  );
}

/** A matrix of the same rank with few rows where there are many: C^T C would square the condition, so rows are kept up to a thousand. */
const reduced = (rows: Matrix): Matrix => {
  if (rows.length <= 1000) return rows;
  const [columns, block] = [rows[0]!.length, 1000];
  const chosen: Vector[] = [];
  for (let from = 0; from < rows.length; from += block) {
    chosen.push(...extremeRows(rows.slice(from, from + block), columns));
  }
  return chosen;
};

/** Rows that span what the block spans: Gaussian elimination with full pivoting picks them. */
function extremeRows(block: Matrix, columns: number): Matrix {
  const work = block.map((row) => [...row]);
  const picked: number[] = [];
  for (let step = 0; step < columns; step++) {
    let [best, at, column] = [0, -1, -1];
    for (const [k, row] of work.entries()) {
      for (const [i, x] of row.entries()) if (Math.abs(x) > best) [best, at, column] = [Math.abs(x), k, i];
    }
    if (best <= 1e-13) break;
    picked.push(at);
    const pivot = [...work[at]!];
    for (const row of work) {
      const factor = row[column]! / pivot[column]!;
      for (let i = 0; i < columns; i++) row[i]! -= factor * pivot[i]!;
      row[column] = 0;
    }
  }
  return picked.map((k) => block[k]!);
}
