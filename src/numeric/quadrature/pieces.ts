/**
 * Composite rules on an interval that is cut where the integrand is not analytic. A piece carries Gauss-Legendre; with
 * `graded` ends, u = a + (b-a) v^2 (3-2v), which turns half-integer powers of the distance to a cut into analytic
 * functions of v; a piece that ends at an algebraic or logarithmic singularity carries tanh-sinh (Takahasi & Mori 1974).
 */
import { gaussLegendre } from "./gaussLegendre.js";
import type { Rule } from "./rule.js";

export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Both ends have one-sided Taylor series (or half-integer ones, when graded). */
  readonly regular: boolean;
}

/** A place where the integrand is not analytic. */
export interface Cut {
  readonly at: number;
  /** False when, seen from a side, the integrand has an algebraic or logarithmic singularity there. */
  readonly oneSidedAnalytic: boolean;
}

export type AddNode = (u: number, du: number) => void;

const legendreRules = new Map<number, Rule>();

/** Gauss-Legendre rules do not depend on the problem: made once a size. */
export function cachedLegendre(points: number): Rule {
  let rule = legendreRules.get(points);
  if (rule === undefined) {
    rule = gaussLegendre(points);
    legendreRules.set(points, rule);
  }
  return rule;
}

/** [from, to] cut at the cuts inside it; cuts at the very ends only decide whether the end piece is regular. */
export function piecesOf(from: number, to: number, cuts: readonly Cut[]): Piece[] {
  const inside = cuts.filter(({ at }) => at > from && at < to).map(({ at }) => at);
  const places = [from, ...new Set(inside.sort((a, b) => a - b)), to];
  const regular = (place: number) => !cuts.some((cut) => !cut.oneSidedAnalytic && cut.at === place);
  const out: Piece[] = [];
  for (let i = 0; i + 1 < places.length; i++) {
    out.push({ from: places[i], to: places[i + 1], regular: regular(places[i]) && regular(places[i + 1]) });
  }
  return out;
}

/** Nodes are placed from the nearer end, so that their distance to it keeps its digits when that end is 0. */
function addTanhSinh({ from, to }: Piece, points: number, add: AddNode): void {
  const half = points;
  const step = 6 / half; // t = 6 is an end distance of 1e-275: nothing integrable is left beyond
  const width = to - from;
  for (let i = -half; i <= half; i++) {
    const t = i * step;
    const fraction = 1 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(t))));
    const weight = Math.PI * Math.cosh(t) * step * fraction * (1 - fraction) * width;
    const u = t < 0 ? from + width * fraction : to - width * fraction;
    if (weight > 0 && u > from && u < to) add(u, weight);
  }
}

/** Adds about `points` nodes (twice that for tanh-sinh) on one piece. */
export function addPiece(piece: Piece, points: number, graded: boolean, add: AddNode): void {
  if (!piece.regular) {
    addTanhSinh(piece, points, add);
    return;
  }
  const { nodes, weights } = cachedLegendre(points);
  const width = piece.to - piece.from;
  for (let i = 0; i < nodes.length; i++) {
    const v = 0.5 * (1 + nodes[i]);
    const dv = 0.5 * weights[i];
    if (graded) add(piece.from + width * v * v * (3 - 2 * v), 6 * v * (1 - v) * width * dv);
    else add(piece.from + width * v, width * dv);
  }
}
