/**
 * Phase one of the simplex method in doubles, for the question whether row i is a convex combination of the others: minimise sum of the artificial s with
 * sum_j a_j [p_j - p_r, 1] + s = [p_i - p_r, 1], a, s >= 0. It proposes; integers or bounds of every rounding decide.
 */
import { provedWeights } from "./provedWeights.js";

export interface ProposedBasis {
  /** Rows with a weight in the end. */
  readonly rows: readonly number[];
  /** y of the dual: y.p_j + y_0 <= 0 < y.p_i + y_0 where row i is no combination; one entry a column. */
  readonly functional: Float64Array;
  /** Weights that are proved to be within their error of the weights of a combination, which are positive; null without that proof. */
  readonly weights: readonly number[] | null;
}

const IMPROVES = 1e-11;
const PIVOT = 1e-10;

export function proposedBasis(rows: readonly Float64Array[], i: number): ProposedBasis {
  const size = rows[i]!.length;
  const reference = rows[i === 0 ? 1 : 0]!;
  const signs = reference.map((value, k) => (rows[i]![k]! < value ? -1 : 1));
  const columnOf = (j: number) => {
    const column = new Float64Array(size + 1).fill(1);
    for (let k = 0; k < size; k++) column[k] = signs[k]! * (rows[j]![k]! - reference[k]!);
    return column;
  };
  const columns = rows.map((_, j) => columnOf(j));
  const inverse = Array.from({ length: size + 1 }, (_, r) => new Float64Array(size + 1).fill(1, r, r + 1));
  const values = columns[i]!.slice();
  const basis = new Array<number>(size + 1).fill(-1);
  let dual = dualOf(inverse, basis);
  for (let step = 0; step < 10 * (size + 10); step++) {
    const entering = bestColumn(columns, dual, i);
    if (entering < 0) break;
    const direction = Float64Array.from(inverse, (row) => product(row, columns[entering]!));
    const leaving = leavingRow(direction, values, basis);
    if (leaving < 0) break;
    pivot(inverse, values, direction, leaving);
    basis[leaving] = entering;
    dual = dualOf(inverse, basis);
  }
  return {
    rows: basis.filter((j) => j >= 0),
    functional: Float64Array.from(signs, (sign, k) => sign * dual[k]!),
    weights: provedWeights(columns, basis, inverse, columns[i]!),
  };
}

function dualOf(inverse: readonly Float64Array[], basis: readonly number[]): Float64Array {
  const dual = new Float64Array(basis.length);
  for (const [r, j] of basis.entries()) {
    if (j < 0) for (let k = 0; k < dual.length; k++) dual[k]! += inverse[r]![k]!;
  }
  return dual;
}

function bestColumn(columns: readonly Float64Array[], dual: Float64Array, i: number): number {
  let [best, gain] = [-1, IMPROVES * dual.reduce((most, y) => Math.max(most, Math.abs(y)), 0)];
  for (let j = 0; j < columns.length; j++) {
    if (j === i) continue;
    const value = product(columns[j]!, dual);
    if (value > gain) [best, gain] = [j, value];
  }
  return best;
}

function leavingRow(direction: Float64Array, values: Float64Array, basis: readonly number[]): number {
  let [leaving, least] = [-1, Number.POSITIVE_INFINITY];
  for (let r = 0; r < direction.length; r++) {
    if (!(direction[r]! > PIVOT)) continue;
    const ratio = values[r]! / direction[r]!;
    // of equal ratios an artificial leaves first
    if (ratio < least || (ratio === least && basis[r]! < 0)) [leaving, least] = [r, ratio];
  }
  return leaving;
}

function pivot(inverse: readonly Float64Array[], values: Float64Array, direction: Float64Array, leaving: number): void {
  const own = inverse[leaving]!;
  for (let k = 0; k < own.length; k++) own[k]! /= direction[leaving]!;
  values[leaving]! /= direction[leaving]!;
  for (let r = 0; r < inverse.length; r++) {
    const factor = direction[r]!;
    if (r === leaving || factor === 0) continue;
    for (let k = 0; k < own.length; k++) inverse[r]![k]! -= factor * own[k]!;
    values[r] = Math.max(0, values[r]! - factor * values[leaving]!);
  }
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
