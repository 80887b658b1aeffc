import type { Problem } from "./problem.js";

// Beyond this batch size the corner of a kink and the sphere is smoother than any rule here resolves.
const LARGEST_BATCH = 41;

// There the expectations are smooth in tau/s, so not uniformly towards s = 0: a cut keeps that end away from the radii of a
// large batch, which lie close together and, unless epsilon is ten times the signal, above it.
const LARGE_BATCH_CUT = 0.3;

/**
 * The scales s in (0, 1) at which a kink tau of psi(s z), or the crossing of two kinks, enters the sphere on which z lives:
 * s^2 = tau^2/n and s^2 = (n (a^2 + b^2) + 2 a b)/(B (B-2)). Expectations over the sphere are not analytic in s there.
 */
export function kinkRadii({ psi, batch }: Problem): number[] {
  if (batch > LARGEST_BATCH) return psi.facts.breakpoints.some(({ at }) => at !== 0) ? [LARGE_BATCH_CUT] : [];
  const n = batch - 1;
  const places = psi.facts.breakpoints.map(({ at }) => at);
  const singles = places.map((tau) => (tau * tau) / n);
  const crossings = places.flatMap((a) => places.map((b) => (n * (a * a + b * b) + 2 * a * b) / (batch * (batch - 2))));
  const inside = [...singles, ...crossings].filter((t) => t > 1e-12 && t < 1).map(Math.sqrt);
  const sorted = inside.sort((a, b) => a - b);
  return sorted.filter((s, i) => i === 0 || s - sorted[i - 1] > 1e-9);
}
