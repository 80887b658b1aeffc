import { extreme, type HalfSpace } from "./extreme.js";
import { type Polytope, unboundedError } from "./polytope.js";

/** max of direction.x over low <= x <= high, normal.x <= offset: by duality the least of t offset + max (direction - t normal).x over t >= 0. */
export function mostOverCut(
  low: readonly number[],
  high: readonly number[],
  { normal, offset }: HalfSpace,
  direction: readonly number[],
): number {
  const value = (t: number) => {
    let sum = t * offset;
    for (const [i, entry] of direction.entries()) {
      const slope = entry - t * normal[i]!;
      sum += slope * (slope > 0 ? high[i]! : low[i]!);
    }
    return sum;
  };
  // convex and piecewise linear in t: the least value lies at t = 0 or where a slope changes its sign
  let most = value(0);
  for (const [i, entry] of direction.entries()) {
    const t = entry / normal[i]!;
    if (t > 0 && Number.isFinite(t)) most = Math.min(most, value(t));
  }
  return most;
}

/** Smallest and largest value of direction . x over the closed region. */
export function rangeOver(region: Polytope, direction: readonly number[]): readonly [number, number] {
  const { shape, low, high, halfSpaces } = region;
  const negated = direction.map((entry) => -entry);
  if (shape.kind === "cut") {
    const mostAlong = (along: readonly number[]) => mostOverCut(shape.low, shape.high, shape.cut, along);
    return [-mostAlong(negated), mostAlong(direction)];
  }
  if (shape.kind === "polytope") {
    const [top, bottom] = [extreme(halfSpaces, direction), extreme(halfSpaces, negated)];
    if (top === null || bottom === null) throw unboundedError();
    return [-bottom, top];
  }
  let [least, most] = [0, 0];
  for (const [i, entry] of direction.entries()) {
    const [a, b] = [entry * low[i]!, entry * high[i]!];
    least += Math.min(a, b);
    most += Math.max(a, b);
  }
  return [least, most];
}
