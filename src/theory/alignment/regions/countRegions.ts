import { assertShapes, list, vector } from "../../../numeric/shape.js";
import type { ReluNetwork } from "../network/reluNetwork.js";
import { networkShape } from "../shapes.js";
import { gateKey } from "./gateKey.js";

/** How many of the points lie in each region of constancy of A_l and B_l, by its key: a lower bound of the number of regions. */
export function countRegions(
  teacher: ReluNetwork,
  student: ReluNetwork,
  layer: number,
  points: readonly (readonly number[])[],
): ReadonlyMap<string, number> {
  assertShapes({ teacher: networkShape, student: networkShape, points: list(vector) }, { teacher, student, points });
  const counts = new Map<string, number>();
  for (const x of points) {
    const key = gateKey(teacher, student, x, layer);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
