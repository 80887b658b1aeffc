import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import type { Polytope } from "../regions/polytope.js";
import { rangeOver } from "../regions/rangeOver.js";

/** Boundaries that come nearer than this to both sides of the region (in distance) do not cut it. */
export const CUT = 1e-9;

/** How a node [w~, b] behaves on the region: its boundary cuts the interior, or it is active all over, or nowhere. */
export function behaviourOn(region: Polytope, row: readonly number[]): "cuts" | "active" | "inactive" {
  const d = region.dimension;
  const weights = row.slice(0, d);
  const length = norm(weights);
  const bias = row[d]!;
  if (length === 0) return bias > 0 ? "active" : "inactive";
  const [least, most] = rangeOver(region, weights);
  if (least + bias < -CUT * length && most + bias > CUT * length) return "cuts";
  return least + most + 2 * bias > 0 ? "active" : "inactive";
}
