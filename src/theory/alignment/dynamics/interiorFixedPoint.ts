import { Matrix as Dense, LuDecomposition } from "ml-matrix";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { numericRank } from "../../../numeric/linearAlgebra/singularValues.js";
import { combine, dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";

/**
 * n with A n = g, or null where A has no full rank (its smallest singular value is below 1e-12 of the largest).
 * One step of iterative refinement follows the LU decomposition. Square A and g of its size.
 */
export function interiorFixedPoint(growth: Vector, A: Matrix): Vector | null {
  if (numericRank(A, 1e-12) < A.length) return null;
  const lu = new LuDecomposition(new Dense(A.map((row) => [...row])));
  const solve = (right: Vector): Vector => lu.solve(Dense.columnVector([...right])).to1DArray();
  const first = solve(growth);
  const residual = A.map((row, k) => growth[k] - dot(row, first));
  return combine(1, first, 1, solve(residual));
}
