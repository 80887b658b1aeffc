/**
 * Expectations over two samples of a batch by a product rule on the sphere, split at kinks. In hyperspherical angles
 * with u = pi/2 - theta,
 *
 *   z1 = sqrt(n) sin u1,   z2 = sqrt(n) (rho sin u1 + sqrt(1-rho^2) cos u1 sin u2),   weight cos(u1)^{n-2} cos(u2)^{n-3},
 *
 * rho = -1/n. A kink at z = tau cuts u2 where z2 = tau and u1 where z1 = tau; the inner integral, as a function of u1, is
 * also singular where the line z2 = tau enters the sphere, sin(u1) = rho kappa +- sqrt((1-rho^2)(1-kappa^2)), kappa =
 * tau/sqrt(n), like a power (n-2)/2 of the distance: u1 is cut there too, with graded ends when that power is half an odd
 * number. Between the cuts everything is analytic.
 */
import { addPiece, type Cut, piecesOf } from "../../../../numeric/quadrature/pieces.js";
import { logCos } from "../../../../numeric/special/logCos.js";

export interface Line {
  readonly u: Float64Array;
  /** Sums to 1. */
  readonly weights: Float64Array;
}

/** Nodes in u for the weight cos(u)^power over |u| <= end, cut. */
function line(power: number, end: number, cuts: readonly Cut[], points: number, graded: boolean): Line {
  const u: number[] = [];
  const w: number[] = [];
  for (const piece of piecesOf(-end, end, cuts)) {
    addPiece(piece, points, graded, (node, weight) => {
      u.push(node);
      w.push(power === 0 ? weight : weight * Math.exp(power * logCos(node)));
    });
  }
  let total = 0;
  for (const weight of w) total += weight;
  return { u: Float64Array.from(u), weights: Float64Array.from(w, (weight) => weight / total) };
}

/** Where the line z2 = tau touches the boundary of the region, seen along u1. */
function entries(kappa: number, rho: number): number[] {
  if (Math.abs(kappa) >= 1) return [];
  const spread = Math.sqrt((1 - rho * rho) * (1 - kappa * kappa));
  return [rho * kappa - spread, rho * kappa + spread].map((t) => Math.asin(Math.max(-1, Math.min(1, t))));
}

export interface PlaneGeometry {
  readonly n: number;
  readonly rho: number;
  /** |u| beyond which the weight is negligible. */
  readonly end: number;
  /** Kinks of psi(s z) in kappa = z / sqrt(n). */
  readonly kinks: readonly Cut[];
  readonly points: number;
}

/** The outer line, over z1. */
export function outerLine({ n, rho, end, kinks, points }: PlaneGeometry): Line {
  const inside = kinks.filter(({ at }) => Math.abs(at) < 1);
  const own = inside.map(({ at, oneSidedAnalytic }) => ({ at: Math.asin(at), oneSidedAnalytic }));
  const touching = inside.flatMap(({ at, oneSidedAnalytic }) =>
    entries(at, rho).map((u) => ({ at: u, oneSidedAnalytic })),
  );
  const graded = n % 2 === 1 && n <= 13 && touching.length > 0;
  return line(n - 2, end, [...own, ...separate(touching, own)], points, graded);
}

/** Cuts that coincide with a kink's own up to rounding would leave slivers. */
function separate(extra: readonly Cut[], own: readonly Cut[]): Cut[] {
  return extra.filter((cut, i) => ![...own, ...extra.slice(0, i)].some(({ at }) => Math.abs(at - cut.at) < 1e-12));
}

/** The inner line, over z2 given u1. */
export function innerLine({ n, rho, end, kinks, points }: PlaneGeometry, u1: number, smooth: Line | null): Line {
  if (smooth !== null) return smooth;
  const scale = Math.sqrt(1 - rho * rho) * Math.cos(u1);
  const cuts: Cut[] = [];
  for (const { at, oneSidedAnalytic } of kinks) {
    const v = (at - rho * Math.sin(u1)) / scale;
    if (Math.abs(v) < 1) cuts.push({ at: Math.asin(v), oneSidedAnalytic });
  }
  return line(n - 3, end, cuts, points, false);
}

/** The inner line when psi has no kinks: the same for every u1. */
export function smoothInnerLine({ n, end, kinks, points }: PlaneGeometry): Line | null {
  return kinks.length > 0 ? null : line(n - 3, end, [], points, false);
}
