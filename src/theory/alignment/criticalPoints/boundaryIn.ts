import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { ownUnits } from "../regions/ownUnits.js";
import type { Polytope } from "../regions/polytope.js";
import { rangeOver } from "../regions/rangeOver.js";

/** Boundaries that come nearer than this to both sides of the region do not cut it: a distance in the region's own units (its box is [-1, 1]^d). */
const CUT = 1e-9;

/** How a node [w~, b] behaves on the region: its boundary cuts the interior, or it is active all over, or nowhere. */
export function behaviourOn(region: Polytope, row: readonly number[]): "cuts" | "active" | "inactive" {
  const d = region.dimension;
  if (norm(row.slice(0, d)) === 0) return row[d]! > 0 ? "active" : "inactive";
  const own = ownUnits(region);
  const mapped = own.row(row);
  const [weights, bias] = [mapped.slice(0, d), mapped[d]!];
  const length = norm(weights);
  const [least, most] = rangeOver(own.region, weights);
  if (least + bias < -CUT * length && most + bias > CUT * length) return "cuts";
  return least + most + 2 * bias > 0 ? "active" : "inactive";
}
