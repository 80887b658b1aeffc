/**
 * Nodes on an arc of angles in which a sample moves as z = centre + scale sin(angle), cut where phi is not analytic. A node is
 * placed from the nearer end of its piece,
 *
 *   z - z_end = 2 scale cos(end + d/2) sin(d/2),   d = angle - end,
 *
 * so that z - z_end keeps its relative accuracy however close: a power |z|^e at a kink at 0 is then integrated with e > -1.
 */
import { cachedLegendre } from "../../../../numeric/quadrature/pieces.js";

/** An end of a piece or a cut inside: its angle and the exact value of z there. */
export interface Mark {
  readonly angle: number;
  readonly z: number;
  /** One-sided Taylor series on both sides. */
  readonly regular: boolean;
}

/** Nodes of [0, 1] by distance from the nearer end. */
interface UnitRule {
  readonly near: Float64Array;
  readonly left: Uint8Array;
  readonly weights: Float64Array;
}

type RuleKind = "legendre" | "graded" | "plain tanh-sinh" | "deep tanh-sinh";

/** What the integrand does at the cuts and the ends. */
export interface Ends {
  /** Half-integer powers at regular marks. */
  readonly graded: boolean;
  /** Singularities nearly as strong as 1/d at irregular ones. */
  readonly deep: boolean;
}

const unitRules = new Map<string, UnitRule>();

/** v^2 (3-2v) turns half-integer powers at the ends, as where a kink meets the rim of the sphere, into analytic functions. */
function legendre(points: number, graded: boolean): UnitRule {
  const { nodes, weights } = cachedLegendre(points);
  const v = nodes.map((x) => (1 - Math.abs(x)) / 2);
  return {
    near: graded ? v.map((y) => y * y * (3 - 2 * y)) : v,
    left: Uint8Array.from(nodes, (x) => (x < 0 ? 1 : 0)),
    weights: weights.map((w, i) => (graded ? 3 * v[i] * (1 - v[i]) * w : w / 2)),
  };
}

/**
 * Takahasi and Mori's rule. |t| = 4 is a distance of 1e-36, which leaves 1e-18 of a singularity d^(-1/2), the strongest in the
 * plane; |t| = 6 one of 1e-275, for the square of a slope on the line.
 */
function tanhSinh(points: number, end: number): UnitRule {
  const size = 2 * points + 1;
  const rule = { near: new Float64Array(size), left: new Uint8Array(size), weights: new Float64Array(size) };
  const step = end / points;
  for (let i = 0; i < size; i++) {
    const t = (i - points) * step;
    const near = 1 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(t))));
    rule.near[i] = near;
    rule.left[i] = t < 0 ? 1 : 0;
    rule.weights[i] = Math.PI * Math.cosh(t) * step * near * (1 - near);
  }
  return rule;
}

function unitRule(kind: RuleKind, points: number): UnitRule {
  const key = `${kind} ${points}`;
  let rule = unitRules.get(key);
  if (rule === undefined) {
    if (kind === "legendre" || kind === "graded") rule = legendre(points, kind === "graded");
    else rule = tanhSinh(points, kind === "deep tanh-sinh" ? 6 : 4);
    unitRules.set(key, rule);
  }
  return rule;
}

export type Visit = (angle: number, z: number, weight: number) => void;

/** Visits the nodes of every piece between neighbouring marks, which ascend in angle. */
export function visitArc(marks: readonly Mark[], scale: number, points: number, ends: Ends, visit: Visit): void {
  for (let i = 0; i + 1 < marks.length; i++) {
    const from = marks[i];
    const to = marks[i + 1];
    const width = to.angle - from.angle;
    if (!(width > 0)) continue;
    const regular: RuleKind = ends.graded ? "graded" : "legendre";
    const irregular: RuleKind = ends.deep ? "deep tanh-sinh" : "plain tanh-sinh";
    const { near, left, weights } = unitRule(from.regular && to.regular ? regular : irregular, points);
    for (let k = 0; k < near.length; k++) {
      const d = width * near[k];
      const half = Math.sin(d / 2);
      if (left[k] === 1)
        visit(from.angle + d, from.z + 2 * scale * Math.cos(from.angle + d / 2) * half, width * weights[k]);
      else visit(to.angle - d, to.z - 2 * scale * Math.cos(to.angle - d / 2) * half, width * weights[k]);
    }
  }
}
