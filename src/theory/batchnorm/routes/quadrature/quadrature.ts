/**
 * Route "quadrature": BSB1 by direct product quadrature over two samples of a batch, split at kinks anywhere (see
 * `plane.ts`), with the Jacobians' matrix entries evaluated at every node (see `expectations.ts`). Any activation, any
 * epsilon; the route of choice for kinks at small batch sizes and the independent second opinion elsewhere.
 *
 * Error: three successive resolutions (see `levelError`), plus rounding. With eps > 0
 * the error of the fixed point mu is propagated; the expectations depend on the radius only through the scale s in psi(s z),
 * so they are tabulated once in s and the search for mu costs no further evaluation.
 */

import { ChebyshevTable } from "../../../../numeric/chebyshevTable.js";
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { levelError, unsettledError } from "../../../../numeric/levelError.js";
import { chiLineRule } from "../../../../numeric/quadrature/chiLine.js";
import { meanChiSquared } from "../../../../numeric/special/meanChi.js";
import { largestFixedPoint } from "../../fixedPoint.js";
import { kinkRadii } from "../../kinkRadii.js";
import type { Problem } from "../../problem.js";
import { reachOf } from "../../reach.js";
import type { Approximation, Extent, Quantity, Route, Solution } from "../../route.js";
import { divergentQuantities, levelCaution, singularLoss } from "../../singularLoss.js";
import { unresolvedState } from "../../unresolved.js";
import { E, E_COUNT, type Expectations, expectations } from "./expectations.js";
import { gaussianExpectations } from "./gaussianLimit.js";

const POINTS = [10, 14, 20, 28, 40, 56, 80, 112, 160, 224, 320, 448];
// No level is begun after as many; the last may cost three times all before it.
const MAX_EVALS = 2e7;
// Thousands of products of values good to an ulp or two, added one after the other; measured up to 30 units of the sum of sizes.
const ROUNDING = 64 * UNIT_ROUNDOFF;

interface Radius {
  readonly s: number;
  readonly weight: number;
  /** R^2/n */
  readonly ratio: number;
  /** S^-2 */
  readonly gain: number;
}

type Table = Record<Quantity, Approximation>;

/** Expectations averaged over the radii, with what multiplies them. */
interface Averaged {
  readonly plain: Float64Array;
  readonly byRatio: Float64Array;
  readonly byGain: Float64Array;
  /** E (R^2 - n) (f1^2 - f1 f2) */
  radial: number;
  radialRounding: number;
  /** E (R/sqrt n) z psi */
  slope: number;
  /** Largest rounding error of any average, relative to the sizes of the sums. */
  readonly rounding: Float64Array;
}

function at(problem: Problem, s: number, points: number): Expectations {
  const { psi, batch } = problem;
  const n = batch - 1;
  const cuts = psi.facts.breakpoints;
  if (batch === Infinity) return gaussianExpectations(psi, s, reachOf(problem), cuts, points);
  const root = Math.sqrt(n);
  const kinks = cuts.map(({ at: place, oneSidedAnalytic }) => ({ at: place / (s * root), oneSidedAnalytic }));
  const end = Math.asin(Math.min(1, reachOf(problem) / root));
  // a smooth integrand is one piece as long as two kinked ones
  const perPiece = kinks.length > 0 ? points : 2 * points;
  return expectations(psi, s, { n, rho: -1 / n, end, kinks, points: perPiece });
}

/** Values and sizes in one vector, values first. */
type Lookup = (s: number) => readonly number[];

function averaged(problem: Problem, radii: readonly Radius[], lookup: Lookup): Averaged {
  const out: Averaged = {
    plain: new Float64Array(E_COUNT),
    byRatio: new Float64Array(E_COUNT),
    byGain: new Float64Array(E_COUNT),
    rounding: new Float64Array(E_COUNT),
    radial: 0,
    radialRounding: 0,
    slope: 0,
  };
  const n = problem.batch - 1;
  const loss = singularLoss(problem.psi);
  const accuracy = ROUNDING + 2 * problem.psi.derivativeAccuracy + loss.self + loss.pair;
  for (const { s, weight, ratio, gain } of radii) {
    const values = lookup(s);
    for (let i = 0; i < E_COUNT; i++) {
      out.plain[i] += weight * values[i];
      out.byRatio[i] += weight * ratio * values[i];
      out.byGain[i] += weight * gain * values[i];
      const size = Math.abs(values[E_COUNT + i]);
      out.rounding[i] +=
        weight * size * (i >= E.gradG ? gain * accuracy : Math.max(1, ratio) * (ROUNDING + loss.value));
    }
    if (n < Infinity) {
      const excess = weight * (ratio - 1) * n;
      out.radial += excess * (values[E.square] - values[E.pair]);
      out.radialRounding +=
        Math.abs(excess) * ROUNDING * (Math.abs(values[E_COUNT + E.square]) + Math.abs(values[E_COUNT + E.pair]));
    }
    out.slope += weight * Math.sqrt(ratio) * values[E.slope];
  }
  return out;
}

/** The radii of eps > 0, cut where a kink or the crossing of two kinks meets the sphere. */
function radiiFor(problem: Problem, mu: number, points: number): Radius[] {
  const { batch, epsilon } = problem;
  const n = batch - 1;
  const perRatio = batch === Infinity ? mu : (mu * n) / batch;
  const make = (ratio: number, weight: number): Radius => {
    const signal = perRatio * ratio;
    return { s: Math.sqrt(signal / (signal + epsilon)), weight, ratio, gain: 1 / (signal + epsilon) };
  };
  if (batch === Infinity) return [make(1, 1)];
  const cuts = kinkRadii(problem).map((s) => (epsilon * s * s) / ((1 - s * s) * perRatio));
  const { ratios, weights } = chiLineRule(n, Math.max(64, 5 * points), cuts);
  return Array.from(ratios, (ratio, i) => make(ratio, weights[i])).filter(({ weight }) => weight > 1e-18);
}

/** Eigenvalues and fixed point from the averages. */
function assemble(problem: Problem, a: Averaged, mu: number, gain: number, slopeFactor: number): Table {
  const { weightVariance: s2, batch, epsilon } = problem;
  const i = 1 / (batch - 1);
  const second = a.plain[E.second];
  const gap = a.plain[E.square] - a.plain[E.pair];
  const muRelative = (a.rounding[E.square] + a.rounding[E.pair]) / gap;
  const make = (value: number, error: number): Approximation => ({
    value,
    error: Math.abs(error) + (muRelative + 8 * UNIT_ROUNDOFF) * Math.abs(value),
  });
  const forward = s2 / mu;
  return {
    q: make(s2 * second, s2 * a.rounding[E.second]),
    c: make(1 - gap / second, 2 * muRelative),
    mu: make(mu, 0),
    forwardG: make(epsilon === 0 ? 0 : 0.5 * forward * a.radial, 0.5 * forward * a.radialRounding),
    forwardL: make(
      forward * (0.5 * a.byRatio[E.spread] - a.byRatio[E.pairL]),
      forward * (a.rounding[E.spread] + a.rounding[E.pairL]),
    ),
    forwardM: make(0.5 * forward * a.byRatio[E.pairM], forward * a.rounding[E.pairM]),
    backwardG: make(gain * s2 * a.byGain[E.gradG], gain * s2 * a.rounding[E.gradG]),
    backwardL: make(gain * s2 * a.byGain[E.gradL], gain * s2 * a.rounding[E.gradL]),
    backwardM: make(gain * s2 * a.byGain[E.gradM], gain * s2 * a.rounding[E.gradM]),
    crossC: make(s2 * a.plain[E.mean] ** 2, 2 * s2 * Math.abs(a.plain[E.mean]) * a.rounding[E.mean]),
    crossEigenvalue: make(
      ((s2 * (1 + i)) / mu) * slopeFactor * a.slope ** 2,
      ((2 * s2) / mu) * Math.abs(a.slope) * a.rounding[E.slope],
    ),
  };
}

interface Level {
  readonly table: Table;
  readonly mu: number;
  readonly evals: number;
}

function zeroEpsilonLevel(problem: Problem, points: number): Level {
  const { batch, weightVariance } = problem;
  const i = 1 / (batch - 1);
  const { values, size, evals } = at(problem, 1, points);
  const a = averaged(problem, [{ s: 1, weight: 1, ratio: 1, gain: 1 }], () => [...values, ...size]);
  const mu = weightVariance * (a.plain[E.square] - a.plain[E.pair]);
  // E S^-2 = B E[1/R^2] / mu = B / (mu (B-3))
  const gain = (1 + i) / ((1 - 2 * i) * mu);
  return { table: assemble(problem, a, mu, gain, meanChiSquared(batch - 1)), mu, evals };
}

function positiveEpsilonLevel(problem: Problem, points: number, start: number | null): Level {
  const { weightVariance, batch, epsilon } = problem;
  let evals = 0;
  const expectationsAt = (s: number) => {
    const found = at(problem, s, points);
    evals += found.evals;
    // interpolation adds up to three times the rounding of what it interpolates (the Lebesgue constant of Chebyshev points)
    return [...found.values, ...found.size.map((size) => 4 * size)];
  };
  // for an infinite batch there is one radius at a time, and a table would cost more than it saves
  const table = new ChebyshevTable(expectationsAt, [0, ...kinkRadii(problem), 1], points + 6);
  const lookup: Lookup = batch === Infinity ? expectationsAt : (s) => table.at(s);
  const step = (mu: number): Averaged => {
    const radii = radiiFor(problem, mu, points);
    const a = averaged(problem, radii, lookup);
    // for an infinite batch R^2/n is 1, and E (R^2-n) D(s) -> 2 dD/d(R^2/n) = spread eps/(mu+eps)
    if (batch === Infinity) a.radial = a.plain[E.spread] * epsilon * radii[0].gain;
    return a;
  };
  const mapped = (a: Averaged) => weightVariance * (a.plain[E.square] - a.plain[E.pair]);
  const mu = largestFixedPoint((trial) => {
    const a = step(trial);
    return { value: mapped(a), derivative: (0.5 * weightVariance * a.radial) / trial };
  }, start);
  if (!(mu > 0)) return { table: {} as Table, mu, evals };
  const here = step(mu);
  const quantities = assemble(problem, here, mu, 1, 1);
  const residual = Math.abs(mapped(here) - mu) + weightVariance * (here.rounding[E.square] + here.rounding[E.pair]);
  const muError = residual / Math.max(1e-3, Math.abs(1 - quantities.forwardG.value));
  const h = 1e-3 * mu; // smaller steps would measure the rule's noise
  const moved = assemble(problem, step(mu + h), mu + h, 1, 1);
  const out = {} as Record<Quantity, Approximation>;
  for (const name of Object.keys(quantities) as Quantity[]) {
    const slope = Math.abs(moved[name].value - quantities[name].value) / h;
    out[name] = { value: quantities[name].value, error: quantities[name].error + slope * muError };
  }
  return { table: out, mu, evals };
}

const inUnitsOfQ: readonly Quantity[] = ["q", "mu", "crossC"];

/** What an error of a quantity is measured against: q, or 1 for what has its own scale. */
function scaleOf(name: Quantity, table: Table): number {
  return inUnitsOfQ.includes(name) ? table.q.value : Math.max(1, Math.abs(table[name].value));
}

/** `slowest`: the least fraction of the difference before the last that is kept as error, where convergence may only look fast. */
function withLevels(levels: readonly Level[], caution: number, slowest: number, converging: boolean): Table {
  const [now, before, earlier] = levels.slice(-3).reverse();
  const out = {} as Record<Quantity, Approximation>;
  for (const name of Object.keys(now.table) as Quantity[]) {
    const { value, error } = now.table[name];
    const history = [value, before.table[name].value, earlier.table[name].value] as const;
    const least = slowest * Math.abs(before.table[name].value - earlier.table[name].value);
    const rule = Math.max(least, caution * levelError(...history, scaleOf(name, now.table), 0.1));
    out[name] = { value, error: error + (converging ? rule : Math.max(rule, unsettledError(...history))) };
  }
  return out;
}

/** Every error is within the tolerance, or rounding is what is left of it, which no finer rule cures. */
function settled(table: Table, rounding: Table, tolerance: number, hopeless: readonly Quantity[]): boolean {
  return (Object.keys(table) as Quantity[])
    .filter((name) => !hopeless.includes(name))
    .every((name) => table[name].error <= Math.max(tolerance * scaleOf(name, table), 2 * rounding[name].error));
}

export const quadrature: Route = {
  name: "quadrature",

  refusal({ batch }) {
    return batch < 4 ? "two samples span the whole space of a batch below 4: use gegenbauer" : null;
  },

  solve(problem: Problem, _extent: Extent, tolerance: number): Solution {
    // kinks make the radial integrand smooth in pieces only: two resolutions can agree by accident (measured 500 times short)
    const slowest = problem.epsilon > 0 && problem.psi.facts.breakpoints.length > 0 ? 1e-3 : 0;
    const levels: Level[] = [];
    const caution = levelCaution(problem.psi);
    const hopeless = divergentQuantities(problem.psi);
    let evals = 0;
    for (const points of POINTS) {
      const start = levels.at(-1)?.mu ?? null;
      const level =
        problem.epsilon === 0 ? zeroEpsilonLevel(problem, points) : positiveEpsilonLevel(problem, points, start);
      evals += level.evals;
      if (level.mu === 0) return { quantities: {}, evals, collapsed: true };
      if (Number.isNaN(level.mu)) return unresolvedState(evals);
      levels.push(level);
      if (levels.length < 3) continue;
      const table = withLevels(levels, caution, slowest, true);
      if (settled(table, level.table, tolerance, hopeless)) return { quantities: table, evals, collapsed: false };
      if (evals + 3 * level.evals > MAX_EVALS || points === POINTS.at(-1))
        return { quantities: withLevels(levels, caution, slowest, false), evals, collapsed: false };
    }
    throw new Error("unreachable: the last resolution always returns");
  },
};
