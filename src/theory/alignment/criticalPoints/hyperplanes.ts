/**
 * Nodes with rows [w~, b] and their decision boundaries {w~.x + b = 0}. Two nodes are co-linear, in the sense that the theorems need, when they
 * have the same hyperplane: w' = gamma w with gamma of either sign. Definition 3 of Tian 2020 as printed asks for gamma > 0, which is not enough
 * for Lemma 3: relu(z) - relu(-z) = z.
 */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";

/** Rows whose unit vectors differ by at most this, up to sign, have the same hyperplane. Free of scale. */
export const SAME_HYPERPLANE = 1e-9;

/**
 * 1 where w' = gamma w with gamma > 0 (Definition 3), -1 with gamma < 0, 0 for different hyperplanes: |w/|w| -+ w'/|w'|| <= 1e-9, bias included.
 * A row of zeros is aligned with nothing.
 */
export function alignmentSign(a: readonly number[], b: readonly number[]): -1 | 0 | 1 {
  const [p, q] = [norm(a), norm(b)];
  if (p === 0 || q === 0) return 0;
  const sign = dot(a, b) < 0 ? -1 : 1;
  let square = 0;
  for (const [i, entry] of a.entries()) square += (entry / p - (sign * b[i]!) / q) ** 2;
  return Math.sqrt(square) <= SAME_HYPERPLANE ? sign : 0;
}

/** A hyperplane with the nodes on it. */
export interface HyperplaneGroup {
  /** [w~, b] of the first member, divided by its length (bias included). */
  readonly hyperplane: readonly number[];
  /** Indices of the rows on it, ascending, each with the side on which it is active: 1 that of `hyperplane`. */
  readonly members: readonly { readonly node: number; readonly sign: -1 | 1 }[];
}

/**
 * The rows grouped by hyperplane, in the order of their first members. Rows of zeros belong to no group. A row joins the first group whose first
 * member it is aligned with (`alignmentSign`).
 */
export function alignmentGroups(rows: Matrix): readonly HyperplaneGroup[] {
  const groups: { hyperplane: readonly number[]; members: { node: number; sign: -1 | 1 }[] }[] = [];
  for (const [node, row] of rows.entries()) {
    const length = norm(row);
    if (length === 0) continue;
    const home = groups.find(({ hyperplane }) => alignmentSign(hyperplane, row) !== 0);
    if (home === undefined) groups.push({ hyperplane: row.map((x) => x / length), members: [{ node, sign: 1 }] });
    else home.members.push({ node, sign: alignmentSign(home.hyperplane, row) as -1 | 1 });
  }
  return groups;
}
