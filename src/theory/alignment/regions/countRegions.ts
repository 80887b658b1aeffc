import { assertInteger, domainError } from "../../../numeric/domain.js";
import { assertShapes, list, vector } from "../../../numeric/shape.js";
import type { ReluNetwork } from "../network/reluNetwork.js";
import { networkShape } from "../shapes.js";
import { gateKey } from "./gateKey.js";

const MOST_POINTS = 1_000_000;

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

/**
 * The `perSide`^d points of a grid over the box, its ends included, in lexicographic order; at most 10^6 of them.
 * @throws TheoryError "domain" for ends that do not match and for grids that are too large.
 */
export function gridPoints(
  low: readonly number[],
  high: readonly number[],
  perSide: number,
): readonly (readonly number[])[] {
  assertInteger("perSide", perSide, 2, MOST_POINTS);
  if (low.length === 0 || low.length !== high.length) {
    throw domainError(
      "high",
      `${high.length} numbers`,
      `${low.length} numbers, as low has`,
      "Pass one per coordinate.",
    );
  }
  if (perSide ** low.length > MOST_POINTS) {
    throw domainError("perSide", perSide, `at most ${MOST_POINTS} points in all`, "Sample points at random instead.");
  }
  return low.reduce<readonly (readonly number[])[]>(
    (points, from, i) => {
      const step = (high[i]! - from) / (perSide - 1);
      const ticks = Array.from({ length: perSide }, (_, k) => (k === perSide - 1 ? high[i]! : from + k * step));
      return points.flatMap((point) => ticks.map((tick) => [...point, tick]));
    },
    [[]],
  );
}
