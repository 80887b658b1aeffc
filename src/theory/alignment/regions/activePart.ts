import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { fromHalfSpaces, type Polytope, THINNEST, unitVector } from "./polytope.js";
import { mostOverCut, rangeOver } from "./rangeOver.js";

/** The part of the region where w~.x + b > 0 for a row [w~, b]; null where it has no interior. */
export function activePart(region: Polytope, row: readonly number[]): Polytope | null {
  const d = region.dimension;
  const weights = row.slice(0, d);
  const length = norm(weights);
  if (length === 0) return row[d]! > 0 ? region : null;
  const cut = { normal: weights.map((entry) => -entry / length), offset: row[d]! / length };
  const halfSpaces = [...region.halfSpaces, cut];
  if (region.shape.kind !== "box") return fromHalfSpaces(halfSpaces, d);
  const [least, most] = rangeOver(region, cut.normal);
  if (most <= cut.offset) return region;
  const diameter = Math.hypot(...region.low.map((low, i) => region.high[i]! - low));
  if (cut.offset - least < THINNEST * diameter) return null;
  const { low, high } = region;
  const ends = low.map((_, i) => {
    const along = unitVector(d, i, 1);
    return [-mostOverCut(low, high, cut, unitVector(d, i, -1)), mostOverCut(low, high, cut, along)] as const;
  });
  const box = { low: ends.map(([from]) => from), high: ends.map(([, to]) => to) };
  return { dimension: d, halfSpaces, ...box, shape: { kind: "cut", low, high, cut } };
}
