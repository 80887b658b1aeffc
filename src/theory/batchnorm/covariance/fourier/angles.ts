/**
 * Nodes on one ring. tan theta = tau tan phi, tau = (h1/h2)^(1/4), shares between theta and phi the unevenness of the density
 * around the ring, whose ratio is h1/h2 or more. Smooth integrands: the trapezoid rule; else pieces between the kinks. A ratio
 * beyond 1e4 (nearly parallel samples, nearly singular batches) leaves two peaks: the ring is cut there and tanh-sinh, which is as
 * good for a peak of any width at an end, takes the pieces.
 */
import { cachedLegendre } from "../../../../numeric/quadrature/pieces.js";
import type { Breakpoint } from "../../../../symbolic/activation/activation.js";
import type { Ring } from "./plane.js";

export interface AngleRule {
  /** Nodes of the trapezoid rule on the whole ring. */
  readonly around: number;
  /** Nodes of a piece. */
  readonly piece: number;
}

export type VisitAngle = (cosine: number, sine: number, share: number) => void;

const TURN = 2 * Math.PI;
const STEEP = 1e4;

/** The angles phi where a x + b z-like form meets a level, both sides. */
function addMeetings(c1: number, c2: number, level: number, tau: number, out: number[]): void {
  const size = Math.hypot(c1, c2);
  if (!(Math.abs(level) < size)) return;
  const centre = Math.atan2(c2, c1);
  const away = Math.acos(level / size);
  for (const theta of [centre + away, centre - away]) {
    const phi = Math.atan2(Math.sin(theta) / tau, Math.cos(theta));
    out.push(phi < 0 ? phi + TURN : phi);
  }
}

/** Shares add up to 1. `w1`, `w2`: the second sample on the ring. */
export function visitAngles(
  ring: Ring,
  w1: number,
  w2: number,
  breakpoints: readonly Breakpoint[],
  rule: AngleRule,
  visit: VisitAngle,
): void {
  const ratio = ring.h1 / ring.h2;
  const steep = !(ratio < STEEP && ratio > 1 / STEEP);
  const tau = steep ? 1 : ratio ** 0.25;
  const node = (phi: number, width: number): void => {
    const c = Math.cos(phi);
    const s = tau * Math.sin(phi);
    const square = c * c + s * s;
    const root = Math.sqrt(square);
    visit(c / root, s / root, (width * tau) / square / TURN);
  };
  const cuts: number[] = [];
  for (const { at } of breakpoints) {
    addMeetings(ring.x1, ring.x2, at, tau, cuts);
    addMeetings(w1, w2, at, tau, cuts);
  }
  if (steep) cuts.push(...(ratio > 1 ? [TURN / 4, (3 * TURN) / 4] : [0, TURN / 2]));
  if (cuts.length === 0) {
    const step = TURN / rule.around;
    for (let k = 0; k < rule.around; k++) node((k + 0.5) * step, step);
    return;
  }
  cuts.sort((a, b) => a - b);
  const regular = !steep && breakpoints.every(({ oneSidedAnalytic }) => oneSidedAnalytic);
  for (let i = 0; i < cuts.length; i++) {
    const to = i + 1 < cuts.length ? cuts[i + 1] : cuts[0] + TURN;
    if (regular) legendrePieces(cuts[i], to, rule.piece, node);
    else tanhSinhPiece(cuts[i], to, rule.piece, node);
  }
}

/** Gauss-Legendre; pieces longer than a quarter turn are cut again. */
function legendrePieces(from: number, to: number, points: number, node: (phi: number, width: number) => void): void {
  if (!(to > from)) return;
  const { nodes, weights } = cachedLegendre(points);
  const parts = Math.ceil((to - from) / (Math.PI / 2 + 1e-9));
  const half = (to - from) / parts / 2;
  for (let part = 0; part < parts; part++) {
    const centre = from + (2 * part + 1) * half;
    for (let k = 0; k < nodes.length; k++) node(centre + half * nodes[k], half * weights[k]);
  }
}

function tanhSinhPiece(from: number, to: number, points: number, node: (phi: number, width: number) => void): void {
  if (!(to > from)) return;
  const step = 4 / points;
  for (let k = -points; k <= points; k++) {
    const t = k * step;
    const near = 1 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(t))));
    const phi = t < 0 ? from + (to - from) * near : to - (to - from) * near;
    node(phi, (to - from) * Math.PI * Math.cosh(t) * step * near * (1 - near));
  }
}
