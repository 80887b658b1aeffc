/** Nodes in log p: trapezoid sums after substitutions that make both ends of every piece decay double exponentially or better. */

/** A node: p and its share of d log p. */
export type VisitRing = (p: number, width: number) => boolean;

/** Decay of the integrand towards p = 0, as p: e^-44. */
const LEFT = -3.75;

/** exp(t - e^-t), whose logarithm runs over the whole line. */
const softExp = (t: number): number => Math.exp(t - Math.exp(-t));

/** (0, inf): log p = t - e^-t. `visit` answers false when nothing is left beyond. */
function wholeLine(step: number, visit: VisitRing): void {
  for (let k = Math.ceil(LEFT / step); ; k++) {
    const t = k * step;
    const e = Math.exp(-t);
    if (!visit(Math.exp(t - e), step * (1 + e)) || t > 600) return;
  }
}

/** One side of a cut: log p = cut +- exp(u - e^-u). */
function half(cut: number, direction: 1 | -1, step: number, visit: VisitRing): void {
  for (let k = Math.ceil(LEFT / step); ; k++) {
    const u = k * step;
    const distance = softExp(u);
    const r = cut + direction * distance;
    if (r < -46 || r > 600) return;
    const width = step * distance * (1 + Math.exp(-u));
    if (!visit(Math.exp(r), width)) return;
  }
}

/** Between two cuts: tanh-sinh. */
function between(from: number, to: number, step: number, visit: VisitRing): void {
  const end = Math.floor(3.2 / step);
  for (let k = -end; k <= end; k++) {
    const t = k * step;
    const near = 1 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(t))));
    const r = t < 0 ? from + (to - from) * near : to - (to - from) * near;
    visit(Math.exp(r), (to - from) * Math.PI * Math.cosh(t) * step * near * (1 - near));
  }
}

/** All nodes for cuts in ascending log p. */
export function visitRings(cuts: readonly number[], step: number, visit: VisitRing): void {
  if (cuts.length === 0) {
    wholeLine(step, visit);
    return;
  }
  half(cuts[0], -1, step, visit);
  for (let i = 0; i + 1 < cuts.length; i++) between(cuts[i], cuts[i + 1], step, visit);
  half(cuts[cuts.length - 1], 1, step, visit);
}
