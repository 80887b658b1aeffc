/**
 * Nodes with rows [w~, b] and their decision boundaries {w~.x + b = 0}. Two nodes are co-linear, in the sense that the theorems need, when they
 * have the same hyperplane: w' = gamma w with gamma of either sign. Definition 3 of Tian 2020 as printed asks for gamma > 0, which is not enough
 * for Lemma 3: relu(z) - relu(-z) = z.
 */

import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, norm, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, list, optional, vector } from "../../../numeric/shape.js";
import { ownUnits } from "../regions/ownUnits.js";
import type { Polytope } from "../regions/polytope.js";
import { polytopeShape } from "../shapes.js";

/** Rows whose unit vectors differ by at most this, up to sign, have the same hyperplane. Free of the rows' scale. */
const SAME_HYPERPLANE = 1e-9;

/**
 * 1 where w' = gamma w with gamma > 0 (Definition 3), -1 with gamma < 0, 0 for different hyperplanes: |w/|w| -+ w'/|w'|| <= 1e-9, bias included.
 * A row of zeros is aligned with nothing. With a region hyperplanes are compared as it sees them, wherever it lies (`ownUnits`): their unit normals and,
 * up to rounding of b, their distances from its centre, each within 1e-9.
 */
export function alignmentSign(a: readonly number[], b: readonly number[], region?: Polytope): -1 | 0 | 1 {
  assertShapes({ a: vector, b: vector, region: optional(polytopeShape) }, { a, b, region });
  assertNumbers("b", b, a.length);
  if (region !== undefined) assertNumbers("a", a, region.dimension + 1);
  return signBetween(a, b, region);
}

/** The same without a look at its arguments. */
export function signBetween(a: readonly number[], b: readonly number[], region?: Polytope): -1 | 0 | 1 {
  if (region !== undefined) return signWithin(region, a, b);
  const [p, q] = [norm(a), norm(b)];
  if (p === 0 || q === 0) return 0;
  const sign = dot(a, b) < 0 ? -1 : 1;
  let square = 0;
  for (const [i, entry] of a.entries()) square += (entry / p - (sign * b[i]!) / q) ** 2;
  return Math.sqrt(square) <= SAME_HYPERPLANE ? sign : 0;
}

function signWithin(region: Polytope, a: readonly number[], b: readonly number[]): -1 | 0 | 1 {
  const { row, slack } = ownUnits(region);
  const [own, other] = [row(a), row(b)];
  const [v, w] = [own.slice(0, -1), other.slice(0, -1)];
  const [p, q] = [norm(v), norm(w)];
  // constants have no hyperplane in the region's units: as rows
  if (p === 0 || q === 0) return p === q ? signBetween(own, other) : 0;
  const [n, m] = [unit(v), unit(w)];
  const sign = dot(n, m) < 0 ? -1 : 1;
  const apart = norm(n.map((entry, i) => entry - sign * m[i]!));
  const [near, far] = [own.at(-1)! / p, (sign * other.at(-1)!) / q];
  const rounding = slack(a) / p + slack(b) / q;
  const close = Math.abs(near - far) <= SAME_HYPERPLANE * Math.max(1, Math.abs(near)) + rounding;
  return apart <= SAME_HYPERPLANE && close ? sign : 0;
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
export function alignmentGroups(rows: Matrix, region?: Polytope): readonly HyperplaneGroup[] {
  assertShapes({ rows: list(vector), region: optional(polytopeShape) }, { rows, region });
  rows.forEach((row, i) => {
    assertNumbers(`rows[${i}]`, row, region === undefined ? rows[0]!.length : region.dimension + 1);
  });
  const groups: { hyperplane: readonly number[]; members: { node: number; sign: -1 | 1 }[] }[] = [];
  for (const [node, row] of rows.entries()) {
    const length = norm(row);
    if (length === 0) continue;
    const home = groups.find(({ hyperplane }) => signBetween(hyperplane, row, region) !== 0);
    if (home === undefined) groups.push({ hyperplane: row.map((x) => x / length), members: [{ node, sign: 1 }] });
    else home.members.push({ node, sign: signBetween(home.hyperplane, row, region) as -1 | 1 });
  }
  return groups;
}
