import { levelError, unsettledError } from "../../../../numeric/levelError.js";
import type { Activation } from "../../../../symbolic/activation/activation.js";
import { visitAngles } from "./angles.js";
import { ringCuts } from "./cuts.js";
import { type Distinct, emptyRing, type PlaneWeights, ringAt, ringBound } from "./plane.js";
import { visitRings } from "./rings.js";

/** Two samples x and w = u x + v z in the plane of the forms x and z. */
export interface Pair {
  readonly weights: PlaneWeights;
  readonly u: number;
  readonly v: number;
}

export interface PairMoments {
  /** E of psi(x), psi(w), psi(x)^2, psi(x) psi(w), psi(w)^2. */
  readonly means: Float64Array;
  /** Absolute, for each of them. */
  readonly error: number;
  readonly evals: number;
  /** The level at which it settled: a start for the next pair. */
  readonly level: number;
}

/** What all pairs of a covariance share. */
export interface PairSetting {
  readonly psi: Activation;
  readonly batch: number;
  readonly epsilon: number;
  readonly distinct: Distinct;
  /** Absolute. */
  readonly tolerance: number;
  /** Evaluations of psi that one pair may cost. */
  readonly budget: number;
}

/** Below this share of the density nothing is left. */
const NEGLIGIBLE = 1e-18;
const LAST_LEVEL = 14;

/** Sums over all rings and angles: the mass, then the means. */
function sumsAt(setting: PairSetting, pair: Pair, cuts: readonly number[], level: number) {
  const { psi, batch, epsilon, distinct } = setting;
  const { value: phi, facts } = psi;
  const { u, v, weights } = pair;
  const growth = 2 ** (level / 2);
  const rule = { around: 2 * Math.round(8 * growth), piece: Math.round(6 * growth) };
  const ring = emptyRing();
  const sums = new Float64Array(6);
  let evals = 0;
  visitRings(cuts, 0.5 / growth, (p, width) => {
    ringAt(p, distinct, weights, batch, epsilon, ring);
    const { x1, x2, h1, h2, k11, k12, k22, flat } = ring;
    const bound = ringBound(ring);
    if (!Number.isFinite(bound)) return false;
    if (bound < NEGLIGIBLE) return p < 1;
    const w1 = u * x1 + v * ring.z1;
    const w2 = u * x2 + v * ring.z2;
    const scale = width * ring.size;
    visitAngles(ring, w1, w2, facts.breakpoints, rule, (c, s, share) => {
      const h = h1 * c * c + h2 * s * s;
      const spread = k11 * c * c + 2 * k12 * c * s + k22 * s * s;
      const weight = (scale * share * (flat + (2 * spread) / h)) / h;
      const f = phi(x1 * c + x2 * s);
      const g = phi(w1 * c + w2 * s);
      sums[0] += weight;
      sums[1] += weight * f;
      sums[2] += weight * g;
      sums[3] += weight * f * f;
      sums[4] += weight * f * g;
      sums[5] += weight * g * g;
      evals += 2;
    });
    return true;
  });
  return { sums, evals };
}

/**
 * The moments, at rising levels (steps and angles finer by sqrt 2) until two agree. The error is that of the levels, the deviation
 * of the mass from 1, and rounding.
 */
export function pairMoments(setting: PairSetting, pair: Pair, start: number): PairMoments {
  const { psi, batch, distinct, tolerance, budget } = setting;
  const breakpoints = psi.facts.breakpoints;
  const cuts = ringCuts(breakpoints, distinct, pair.weights, batch, pair.u, pair.v);
  const history: Float64Array[] = [];
  let [evals, error, level] = [0, Number.POSITIVE_INFINITY, start];
  for (; level <= LAST_LEVEL; level++) {
    const made = sumsAt(setting, pair, cuts, level);
    evals += made.evals;
    history.unshift(made.sums);
    if (history.length >= 3) error = errorOf(history, true);
    // three levels make an error
    if (error <= tolerance || (history.length >= 3 && evals + 2 * made.evals > budget)) break;
  }
  if (!(error <= tolerance) && history.length >= 2) error = errorOf(history, false);
  return { means: history[0].subarray(1), error, evals, level };
}

function errorOf([now, before, earlier]: readonly Float64Array[], settled: boolean): number {
  const scale = Math.max(now[3], now[5], Number.MIN_VALUE);
  let worst = 0;
  for (let k = 0; k < now.length; k++) {
    const [a, b, c] = [now[k], before[k], (earlier ?? before)[k]];
    const error = settled ? levelError(a, b, c, k === 0 ? 1 : scale, 0.1) : unsettledError(a, b, c);
    worst = Math.max(worst, error * (k === 0 ? scale : 1));
  }
  return worst + 2 * Math.abs(now[0] - 1) * scale + 1e-15 * scale;
}
