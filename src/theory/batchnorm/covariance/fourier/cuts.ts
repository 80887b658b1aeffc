/**
 * Where the integral over p is not analytic: a ring grows past a kink x = b or w = b there (a tangent), or past the corner of two
 * kinks, where the order of the cuts around the ring changes.
 */
import type { Breakpoint } from "../../../../symbolic/activation/activation.js";
import { type Distinct, type PlaneWeights, ringExcess, ringHeight } from "./plane.js";

const RANGE = 80;

/** The place in log p where a function that is negative below and positive above changes sign; undefined when it does not. */
function crossing(f: (p: number) => number): number | undefined {
  let [low, high] = [-RANGE, RANGE];
  if (!(f(Math.exp(high)) > 0) || !(f(Math.exp(low)) < 0)) return undefined;
  for (let i = 0; i < 70; i++) {
    const middle = (low + high) / 2;
    if (f(Math.exp(middle)) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** log p of all cuts, ascending. `w = u x + v z` is the second sample. */
export function ringCuts(
  breakpoints: readonly Breakpoint[],
  distinct: Distinct,
  weights: PlaneWeights,
  batch: number,
  u: number,
  v: number,
): number[] {
  const places = breakpoints.map(({ at }) => at);
  const found: (number | undefined)[] = [];
  for (const size of new Set(places.map(Math.abs))) {
    if (size === 0) continue;
    found.push(crossing((p) => ringHeight(p, distinct, weights, batch, 1, 0) - size * size));
    found.push(crossing((p) => ringHeight(p, distinct, weights, batch, u, v) - size * size));
  }
  if (v !== 0) {
    for (const x of places) {
      for (const w of places) {
        if (x === 0 && w === 0) continue;
        found.push(crossing((p) => -ringExcess(p, distinct, weights, batch, x, (w - u * x) / v)));
      }
    }
  }
  const sorted = found.filter((r) => r !== undefined).sort((a, b) => a - b);
  return sorted.filter((r, i) => i === 0 || r - sorted[i - 1] > 1e-12);
}
