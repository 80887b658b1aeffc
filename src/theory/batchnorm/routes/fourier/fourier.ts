/**
 * BSB1 of any activation from Fourier integrals (Theorem 3): the delta function that fixes |z|^2 = n = B-1 is a Bromwich
 * integral done first (bromwich.ts); the line and plane integrals that remain are cut at the kinks of phi (lineMoments.ts,
 * planeMoments.ts). With f = phi - E phi, x = z/sqrt(B), P = G - x x^T, k and l two other samples, averaged over, and the
 * weights T1 = z1^2 - z_k^2, T2 = (z1-z_k)(z2-z_l),
 *
 *   mu = w (E f^2 - E f1 f2),   fwd_L = w n/(2 mu B) (E f1^2 T1 - 2 E f1 f2 T1),   fwd_M = w n/(mu B) E f1 f2 T2,
 *   bwd_G = w n/(mu (n-2)) (E phi1'^2 (1 - z1^2/n) + E phi1' phi2' (1 + z1 z2)/n),
 *   bwd_L = w B/(mu (n-2)) (E phi1'^2 (P_11^2 - P_1k^2) - 2 E phi1' phi2' (P_11 P_12 - P_k1 P_k2)),
 *   bwd_M = w B/(mu (n-2)) E phi1' phi2' (1 - z1 (z1-z_k)/B - z2 (z2-z_l)/B + 2 z1 z2 T2/B^2).
 *
 * Ours: these forms, from the definitions with the test directions of planeMoments.ts. Nodes grow by half a level; an error is
 * the last difference times the ratio by which differences fell, and rounding.
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { meanChiSquared } from "../../../../numeric/special/meanChi.js";
import type { Problem } from "../../problem.js";
import { reachOf } from "../../reach.js";
import type { Approximation, Quantity, Route } from "../../route.js";
import { type LineMoments, lineMoments } from "./lineMoments.js";
import { planePieces, type Setting } from "./marks.js";
import { type PlaneMoments, planeMoments } from "./planeMoments.js";

const FIRST_POINTS = 16;
const FEWEST_POINTS = 6;
const GROWTH = 1.5;
/** Nodes of the plane after which no finer level is begun. */
const LARGEST_PLANE = 5e5;

type Values = { -readonly [K in Quantity]?: number };

interface Level {
  readonly values: Values;
  /** Roundings relative to max(1, |value|). */
  readonly rounding: number;
  readonly q: number;
}

/** E phi'^2 diverges at a jump and at powers |x|^e with e <= 1/2, if the sphere reaches them. */
const rough = ({ psi, batch }: Problem): boolean =>
  psi.facts.breakpoints.some(
    ({ at, valueJump, exponent }) => at * at < batch - 1 && (valueJump !== 0 || exponent <= 0.5),
  );

function assemble(problem: Problem, line: LineMoments, plane: PlaneMoments): Level {
  const { batch, weightVariance: w } = problem;
  const n = batch - 1;
  const spread = line.square - plane.product;
  const total = line.square + line.mean ** 2;
  const values: Values = { q: w * total, mu: w * spread, crossC: w * line.mean ** 2, forwardG: 0 };
  // Roundings of phi itself, then of the sums; both seen by mu = w spread.
  const lost = 8 * (line.size + Math.abs(line.mean)) * Math.sqrt(line.square) + 64 * line.square;
  const rounding = (UNIT_ROUNDOFF * lost) / spread;
  if (!(spread > 0) || !Number.isFinite(total) || !Number.isFinite(rounding))
    return { values, rounding: 1, q: w * total };
  values.c = (line.mean ** 2 + plane.product) / total;
  values.forwardL = (n / batch) * ((0.5 * line.forwardL - plane.forwardL) / spread);
  values.forwardM = (n / batch) * (plane.forwardM / spread);
  values.crossEigenvalue = (batch / n) * meanChiSquared(n) * (line.linear ** 2 / spread);
  const perLayer = 1 / ((1 - 2 / n) * spread);
  const perBatch = perLayer * (batch / n);
  if (rough(problem)) {
    values.backwardG = values.backwardL = Number.POSITIVE_INFINITY;
  } else {
    values.backwardG = perLayer * (line.backwardG + plane.backwardG / n);
    values.backwardL = perBatch * (line.backwardL + 2 * plane.backwardL);
    values.backwardM = perBatch * plane.backwardM;
  }
  return { values, rounding, q: w * total };
}

/**
 * What the square of a power |x-b|^(e+shift) loses between b and the node nearest to it, relative to its mean: a rounding of b, or
 * the end of the tanh-sinh rule where b = 0.
 */
function lostPower({ psi }: Problem, reach: number, shift: number): number {
  let lost = 0;
  for (const { at, exponent } of psi.facts.breakpoints) {
    const power = exponent + shift;
    if (Math.abs(at) > reach || power >= 0 || power <= -0.5) continue;
    lost += Math.max(8 * UNIT_ROUNDOFF * Math.abs(at), 1e-270) ** (2 * power + 1);
  }
  return lost;
}

/** The history of one quantity over the levels: d1, d2, d3 its last differences, the latest first. */
function differenceError(history: readonly number[]): number {
  const d = (back: number) => {
    const [now, before] = [history[history.length - back], history[history.length - back - 1]];
    return before === undefined ? Number.POSITIVE_INFINITY : Math.abs(now - before);
  };
  const [d1, d2, d3] = [d(1), d(2), d(3)];
  if (d3 === Number.POSITIVE_INFINITY) return d1;
  // A difference may be small by accident: not smaller than the one before it, fallen as that one fell.
  const latest = Math.max(d1, d3 > 0 ? d2 * Math.min(1, d2 / d3) : 0);
  return d2 > 0 ? 2 * latest * Math.min(1, latest / d2) : latest;
}

function judge(problem: Problem, reach: number, levels: readonly Level[]): { [K in Quantity]?: Approximation } {
  const last = levels[levels.length - 1];
  const out: { -readonly [K in Quantity]?: Approximation } = {};
  const slopes = problem.psi.derivativeAccuracy * 2 + lostPower(problem, reach, -1);
  const values = lostPower(problem, reach, 0);
  for (const key of Object.keys(last.values) as Quantity[]) {
    const value = last.values[key] as number;
    if (!Number.isFinite(value) || key === "forwardG") {
      out[key] = { value, error: 0 };
      continue;
    }
    const history = levels.map((level) => level.values[key] ?? Number.NaN).filter(Number.isFinite);
    const unit = key === "q" || key === "mu" || key === "crossC" ? last.q : Math.max(1, Math.abs(value));
    const relative = key === "mu" ? (last.rounding * (last.values.mu as number)) / last.q : last.rounding;
    const rounding = key === "q" || key === "crossC" || !(relative < 1) ? 48 * UNIT_ROUNDOFF : relative;
    const error = differenceError(history) + (rounding + values) * unit;
    out[key] = { value, error: key.startsWith("backward") ? error + slopes * unit : error };
  }
  return out;
}

function met(quantities: { [K in Quantity]?: Approximation }, q: number, tolerance: number): boolean {
  return (Object.keys(quantities) as Quantity[]).every((key) => {
    const { value, error } = quantities[key] as Approximation;
    const unit = key === "q" || key === "mu" || key === "crossC" ? q : Math.max(1, Math.abs(value));
    return error <= tolerance * unit;
  });
}

/** Any activation without epsilon, B from 4 to 1e8; a few to a few hundred milliseconds. */
export const fourier: Route = {
  name: "fourier",
  refusal({ psi, batch, epsilon }) {
    if (psi.facts.constant.value) return "the activation is constant";
    if (epsilon > 0) return "the Fourier route needs epsilon = 0";
    if (batch < 4) return "the Fourier route needs a batch of at least 4";
    if (!Number.isFinite(batch)) return "the Fourier integral over the norm of a batch needs a finite batch";
    return null;
  },
  solve(problem, _extent, tolerance) {
    const reach = reachOf(problem);
    const setting: Setting = { psi: problem.psi, n: problem.batch - 1, reach };
    const levels: Level[] = [];
    let evals = 0;
    for (let points = firstPoints(setting); ; points = Math.round(GROWTH * points)) {
      const spacing = 1 - 0.05 * levels.length; // other contour nodes at each level: their error shows in the differences
      const line = lineMoments(setting, 2 * Math.max(points, FIRST_POINTS), spacing);
      const plane = planeMoments({ ...setting, reach: line.reach }, line.mean, points, spacing);
      evals += line.evals + plane.evals;
      levels.push(assemble(problem, line, plane));
      const quantities = judge(problem, reach, levels);
      const enough = levels.length >= 3 && met(quantities, levels[levels.length - 1].q, tolerance);
      if (enough || (plane.evals / 2) * GROWTH ** 2 > LARGEST_PLANE) return { quantities, evals, collapsed: false };
    }
  },
};

/** Few enough that a plane with many pieces still gets four levels. */
function firstPoints(setting: Setting): number {
  const { reach } = lineMoments(setting, FIRST_POINTS, 1);
  const affordable = Math.sqrt(LARGEST_PLANE / planePieces({ ...setting, reach })) / GROWTH ** 3;
  return Math.max(FEWEST_POINTS, Math.min(FIRST_POINTS, Math.floor(affordable)));
}
