import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { type HullOptions, hullVertices } from "./hullVertices.js";

/**
 * A lower bound of ||ReLU(P W + 1 b^T) - I||_F^2 over all W and b: sum of 1/(1 + |a|^2) over the rows of P that are convex combinations p_i = sum_j a_j p_j of
 * the others, exactly (residual 0). 0 where every row is a vertex, and then a layer reaches 0; at least 1/2 a row otherwise.
 *
 * A ReLU node is a convex function, so that F_ii <= sum_j a_j F_ji, and 1/(1 + |a|^2) is the squared distance of column i of I from that half-space.
 * Ours: it makes "the concatenation is all-vert" necessary for Theorem 6 of the ladder paper. Domain and errors as `hullVertices`.
 */
export function reluLossBound(P: Matrix, options: HullOptions = {}): number {
  return hullVertices(P, options).rows.reduce((sum, row) => {
    if (row.verdict !== "inside" || row.residual > 0) return sum;
    return sum + 1 / (1 + row.weights.reduce((square, a) => square + a * a, 0));
  }, 0);
}
