import { Matrix as Dense, LuDecomposition } from "ml-matrix";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import { columnOf, type Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { numericRank } from "../../../numeric/linearAlgebra/singularValues.js";
import { combine, dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";

/**
 * n with A n = g, or null where A is singular to rounding: with rows and columns scaled to largest entries near 1, its smallest singular value is
 * below 8 u n of the largest, u = 2^-53. So units do not matter, and decimals that are meant to be dependent are.
 * One step of iterative refinement follows the LU decomposition. Square A and g of its size.
 */
export function interiorFixedPoint(growth: Vector, A: Matrix): Vector | null {
  const rows = A.map(scaleOf);
  const byRows = A.map((row, k) => row.map((entry) => entry / rows[k]!));
  const columns = A.map((_, k) => scaleOf(columnOf(byRows, k)));
  const scaled = byRows.map((row) => row.map((entry, k) => entry / columns[k]!));
  if (numericRank(scaled, 8 * UNIT_ROUNDOFF * A.length) < A.length) return null;
  const lu = new LuDecomposition(new Dense(scaled));
  const solve = (right: Vector): Vector => lu.solve(Dense.columnVector([...right])).to1DArray();
  const right = growth.map((entry, k) => entry / rows[k]!);
  const first = solve(right);
  const residual = scaled.map((row, k) => right[k]! - dot(row, first));
  const found = combine(1, first, 1, solve(residual)).map((entry, k) => entry / columns[k]!);
  return found.every(Number.isFinite) ? found : null;
}

/** The power of two below the largest entry: dividing by it rounds nothing. 1 for zeros. */
function scaleOf(entries: Vector): number {
  const largest = entries.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  return largest === 0 ? 1 : 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest))));
}
