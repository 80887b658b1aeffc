/**
 * Lemmas 2 and 3 of Tian 2020, corrected. On an open convex region with H distinct hyperplanes cutting it, K nodes satisfy
 *   dim {(c, P): sum_j c_j relu(w_j.x) + P.[x, 1] = 0} = K - H,
 *   dim {c: sum_j c_j relu(w_j.x) = 0} = K - H - rank of the affine functions left over: u_s for each hyperplane with nodes on both of its sides,
 *   and w_j for each node that is active all over the region.
 */

import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { numericRank } from "../../../numeric/linearAlgebra/singularValues.js";
import { unit } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, matrix } from "../../../numeric/shape.js";
import { ownUnits } from "../regions/ownUnits.js";
import { type Polytope, polytope, type Region } from "../regions/polytope.js";
import { regionShape } from "../shapes.js";
import { behaviourOn } from "./boundaryIn.js";
import { alignmentGroups } from "./hyperplanes.js";

export interface ReluDependence {
  /** Dimension of {(c, P): sum_j c_j relu(w_j.x) + P.[x, 1] = 0 on the region}. */
  readonly nullityWithAffine: number;
  /** Dimension of {c: sum_j c_j relu(w_j.x) = 0 on the region}. */
  readonly nullityWithoutAffine: number;
  /** Hyperplanes that cut the region, with the nodes on each: at most one node each iff the nodes that cut are independent with the affine part. */
  readonly hyperplanes: readonly (readonly number[])[];
  /** Nodes active all over the region, and those silent on it. */
  readonly active: readonly number[];
  readonly inactive: readonly number[];
}

/**
 * How dependent the ReLU nodes with rows [w~, b] are on the region. Hyperplanes are the same up to 1e-9 in the region's own units (`alignmentSign`).
 * @throws TheoryError "domain" for ragged or non-finite rows, and what `polytope` throws.
 */
export function reluDependence(rows: Matrix, region: Region): ReluDependence {
  assertShapes({ rows: matrix, region: regionShape }, { rows, region });
  const within = polytope(region);
  assertMatrix("W", rows, { columns: within.dimension + 1 });
  const behaviours = rows.map((row) => behaviourOn(within, row));
  const nodesThat = (behaviour: string) => [...rows.keys()].filter((j) => behaviours[j] === behaviour);
  const [cutting, active, inactive] = [nodesThat("cuts"), nodesThat("active"), nodesThat("inactive")];
  const groups = alignmentGroups(
    cutting.map((j) => rows[j]!),
    within,
  );
  const twoSided = groups.filter(({ members }) => members.some(({ sign }) => sign !== members[0]!.sign));
  const leftOver = [...twoSided.map(({ hyperplane }) => hyperplane), ...active.map((j) => rows[j]!)];
  const nullityWithAffine = rows.length - groups.length;
  return {
    nullityWithAffine,
    nullityWithoutAffine: nullityWithAffine - (leftOver.length === 0 ? 0 : affineRank(within, leftOver)),
    hyperplanes: groups.map(({ members }) => members.map(({ node }) => cutting[node]!)),
    active,
    inactive,
  };
}

/** Rank of affine functions in the region's own units, where every row and every column counts as 1. */
function affineRank(region: Polytope, rows: Matrix): number {
  const { row, slack } = ownUnits(region);
  const own = rows.map((given) => {
    const mapped = row(given);
    const last = mapped.length - 1;
    // what is rounding only is no offset
    return unit(mapped.map((entry, i) => (i === last && Math.abs(entry) <= slack(given) ? 0 : entry)));
  });
  const sizes = own[0]!.map((_, k) => own.reduce((most, entries) => Math.max(most, Math.abs(entries[k]!)), 0) || 1);
  return numericRank(own.map((entries) => entries.map((entry, k) => entry / sizes[k]!)));
}
