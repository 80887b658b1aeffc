/**
 * max {v.x + b: w.x + a = 0, low <= x <= high}, the linear program of an observer in a box, solved by sorting: coordinates move from the end where
 * w.x is smallest in the order in which -v_i/w_i comes, the cheapest first, until w.x = -a (a continuous knapsack; ours).
 */

import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { preactivation } from "../network/preactivation.js";

interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Boundaries that miss the box by at most this distance touch it. */
const TOUCHES = 1e-9;
const HALVINGS = 60;

/** Coordinates with a weight in the hyperplane's row, the cheapest first; the same for all boxes. */
function sectionOrder(hyperplane: readonly number[], row: readonly number[]): readonly number[] {
  const costs = hyperplane.map((w, i) => -row[i]! / w);
  const order = [...hyperplane.keys()].slice(0, -1).filter((i) => hyperplane[i] !== 0);
  return order.sort((i, j) => costs[i]! - costs[j]!);
}

/** The largest value of the row [v, b] on the hyperplane of the row [w, a] inside the box, and where; null where that misses the box. w != 0. */
export function largestOnSection(
  { low, high }: Box,
  hyperplane: readonly number[],
  row: readonly number[],
  order = sectionOrder(hyperplane, row),
): { readonly value: number; readonly point: readonly number[] } | null {
  const point = low.map((from, i) => {
    const w = hyperplane[i]!;
    if (w === 0) return row[i]! > 0 ? high[i]! : from;
    return w > 0 ? from : high[i]!;
  });
  let missing = -preactivation(hyperplane, point);
  const slack = TOUCHES * norm(hyperplane.slice(0, -1));
  if (missing < -slack) return null;
  for (const i of order) {
    if (missing <= 0) break;
    const [w, width] = [Math.abs(hyperplane[i]!), high[i]! - low[i]!];
    const part = Math.min(1, missing / (w * width));
    const target = hyperplane[i]! > 0 ? high[i]! : low[i]!;
    point[i] = part === 1 ? target : point[i]! + part * (target - point[i]!);
    missing -= part * w * width;
  }
  return missing > slack ? null : { value: preactivation(row, point), point };
}

/**
 * The radius of a largest ball centred on the hyperplane of [w, a], inside the box and {v.x + b > 0}, by bisection on the radius: such a ball has its
 * centre in the box that is smaller by the radius on each side. 0 without one.
 */
export function largestBallOnSection(
  { low, high }: Box,
  hyperplane: readonly number[],
  row: readonly number[],
): number {
  const length = norm(row.slice(0, -1));
  const order = sectionOrder(hyperplane, row);
  const fits = (radius: number) => {
    const inner = { low: low.map((from) => from + radius), high: high.map((to) => to - radius) };
    const found = largestOnSection(inner, hyperplane, row, order);
    return found !== null && found.value >= radius * length;
  };
  let [inside, outside] = [0, Math.min(...low.map((from, i) => (high[i]! - from) / 2))];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (inside + outside) / 2;
    if (fits(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
