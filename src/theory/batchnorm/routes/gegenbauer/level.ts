/** One resolution of the gegenbauer route: eps = 0 needs one radius, eps > 0 a rule over radii and the fixed point of mu. */
import { ChebyshevTable } from "../../../../numeric/chebyshevTable.js";
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { chiLineRule } from "../../../../numeric/quadrature/chiLine.js";
import { meanChiSquared } from "../../../../numeric/special/meanChi.js";
import { zeros } from "../../../../numeric/zeros.js";
import { largestFixedPoint } from "../../fixedPoint.js";
import { kinkRadii } from "../../kinkRadii.js";
import type { Problem } from "../../problem.js";
import type { Extent } from "../../route.js";
import {
  type AssembleContext,
  accumulate,
  assemble,
  MEAN,
  MEAN_COUNT,
  OUT,
  OUT_COUNT,
  type RadialWeights,
} from "./assemble.js";
import { LINE, LINE_COUNT, type LineSamples, lineMoments } from "./lineMoments.js";
import type { OrthonormalTable } from "./orthonormal.js";

export interface BatchLine {
  /** 1/n, n = B - 1. */
  readonly inverse: number;
  readonly table: OrthonormalTable;
  readonly terms: number;
  /** psi(s z) and psi'(s z) at the nodes for it. */
  readonly samples: (s: number) => LineSamples;
  readonly parity: "even" | "odd" | "none";
  readonly points: number;
  /** Adds what else is known of the moments' errors. */
  readonly addErrors?: (moments: number[]) => void;
}

export interface Level {
  readonly values: number[];
  /** Truncation, rounding and the fixed point's error, not the rule's; computed when asked for. */
  readonly errors: () => number[];
  readonly mu: number;
  /** Whether what the series leaves out is at rounding level. */
  readonly seriesConverged: boolean;
}

interface Averages {
  readonly values: number[];
  readonly errors: number[];
}

/** Moments of psi(s z), values first, then their errors. */
type Lookup = (s: number) => number[];

/** Moments averaged over the radii. */
function average(line: BatchLine, radii: readonly RadialWeights[], lookup: Lookup): Averages {
  const out: Averages = { values: zeros(MEAN_COUNT), errors: zeros(MEAN_COUNT) };
  for (const radius of radii) {
    const m = lookup(radius.s);
    // interpolated errors may come out a little below zero
    for (let i = LINE_COUNT; i < 2 * LINE_COUNT; i++) m[i] = Math.abs(m[i]);
    accumulate(m, 0, radius, out.values);
    accumulate(m, LINE_COUNT, radius, out.errors);
    if (line.inverse > 0) {
      const excess = (radius.weight * (radius.ratio - 1)) / line.inverse;
      out.values[MEAN.radial] += excess * (m[LINE.variance] - m[LINE.pair]);
      out.errors[MEAN.radial] += Math.abs(excess) * (m[LINE_COUNT + LINE.variance] + m[LINE_COUNT + LINE.pair]);
    }
  }
  return out;
}

/** Errors of the assembled quantities: each moment moved by its own error, effects added. */
function propagate(averages: Averages, context: AssembleContext, values: number[]): number[] {
  const errors = zeros(OUT_COUNT);
  const moved = averages.values.slice();
  const out = zeros(OUT_COUNT);
  for (let j = 0; j < MEAN_COUNT; j++) {
    const error = Math.abs(averages.errors[j]);
    if (error === 0) continue;
    moved[j] = averages.values[j] + error;
    assemble(moved, context, out);
    for (let i = 0; i < OUT_COUNT; i++) errors[i] += Math.abs(out[i] - values[i]);
    moved[j] = averages.values[j];
  }
  for (let i = 0; i < OUT_COUNT; i++) errors[i] += 4 * UNIT_ROUNDOFF * Math.abs(values[i]);
  return errors;
}

/** Radii for a given mu and eps > 0. */
export function radiiFor(problem: Problem, mu: number, points: number): RadialWeights[] {
  const { batch, epsilon } = problem;
  const n = batch - 1;
  const at = (ratio: number, weight: number): RadialWeights => {
    const signal = batch === Infinity ? mu : (mu * ratio * n) / batch;
    return { s: Math.sqrt(signal / (signal + epsilon)), weight, ratio, chi: 1 / (signal + epsilon) };
  };
  if (batch === Infinity) return [at(1, 1)];
  const perRatio = (mu * n) / batch;
  const cuts = kinkRadii(problem).map((s) => (epsilon * s * s) / ((1 - s * s) * perRatio));
  const { ratios, weights } = chiLineRule(n, points, cuts);
  return Array.from(ratios, (ratio, i) => at(ratio, weights[i])).filter(({ weight }) => weight > 1e-18);
}

/** The limit of E (R^2 - n) D(s(R)) as n grows: 2 dD/d(R^2/n), with dD/ds^2 = spread/(2 s^2). */
function limitRadial(values: number[], radii: readonly RadialWeights[], epsilon: number): void {
  values[MEAN.radial] = values[MEAN.spread] * epsilon * radii[0].chi;
}

/** The slowest of the series, against what they are added to; where psi jumps, that of psi' tells nothing about that of psi. */
function isNegligible(moments: number[], spectrum: boolean): boolean {
  const small = (index: number, against: number) => moments[LINE_COUNT + index] <= 48 * UNIT_ROUNDOFF * against;
  const d0 = moments[LINE.d0];
  if (!small(LINE.pair, 2 * moments[LINE.variance]) || !small(LINE.gradientPair, d0)) return false;
  const spread = Math.abs(moments[LINE.spread]) + 2 * moments[LINE.variance];
  if (!small(LINE.pair11, spread) || !small(LINE.pair20, spread)) return false;
  return !spectrum || (small(LINE.g00, d0) && small(LINE.g31, d0));
}

export function solveLevel(problem: Problem, line: BatchLine, extent: Extent, start: number | null): Level {
  const { epsilon, weightVariance, batch } = problem;
  const base = { inverse: line.inverse, weightVariance };
  let seriesConverged = true;
  const momentsAt: Lookup = (s) => {
    // without epsilon the coefficients of psi give the gradient's pair; with it the pairs of psi' are needed for a rate too
    const spectrum = extent === "spectrum" || epsilon > 0;
    const moments = lineMoments(line.samples(s), {
      inverseDimension: line.inverse,
      scale: s,
      table: line.table,
      terms: line.terms,
      spectrum,
      parity: line.parity,
    });
    seriesConverged &&= isNegligible(moments, spectrum);
    line.addErrors?.(moments);
    return moments;
  };
  if (epsilon === 0) {
    const averages = average(line, [{ s: 1, weight: 1, ratio: 1, chi: 1 }], momentsAt);
    const context = { ...base, mu: null, slopeFactor: meanChiSquared(batch - 1) };
    const values = assemble(averages.values, context);
    return { values, errors: () => propagate(averages, context, values), mu: values[OUT.mu], seriesConverged };
  }
  // the moments depend on the radius only through s: tabulated once, the search for mu costs nothing more
  const table = new ChebyshevTable(momentsAt, [0, ...kinkRadii(problem), 1], (line.points >> 1) + 8);
  const interpolated: Lookup = (s) => {
    const moments = table.at(s);
    // interpolation adds up to three times the rounding of what it interpolates (the Lebesgue constant of Chebyshev points)
    for (let i = LINE_COUNT; i < 2 * LINE_COUNT; i++) moments[i] *= 4;
    return moments;
  };
  const lookup: Lookup = batch === Infinity ? momentsAt : interpolated;
  const step = (mu: number) => {
    const radii = radiiFor(problem, mu, Math.max(48, line.points));
    const averages = average(line, radii, lookup);
    if (batch === Infinity) limitRadial(averages.values, radii, epsilon);
    const context = { ...base, mu, slopeFactor: 1 };
    return { averages, values: assemble(averages.values, context), context };
  };
  const mu = largestFixedPoint((trial) => {
    const { averages, values } = step(trial);
    return {
      value: weightVariance * (averages.values[MEAN.variance] - averages.values[MEAN.pair]),
      derivative: values[OUT.fwdG],
    };
  }, start);
  if (!(mu > 0))
    return {
      values: zeros(OUT_COUNT),
      errors: () => zeros(OUT_COUNT),
      mu,
      seriesConverged,
    };
  const { averages, values, context } = step(mu);
  const errors = () => {
    const propagated = propagate(averages, context, values);
    addFixedPointError(problem, mu, averages, values, propagated, (at) => step(at).values);
    return propagated;
  };
  return { values, errors, mu, seriesConverged };
}

/** The error of mu is that of the map over 1 - fwd_G; it moves every other quantity. */
function addFixedPointError(
  problem: Problem,
  mu: number,
  averages: Averages,
  values: number[],
  errors: number[],
  at: (mu: number) => number[],
): void {
  const map = averages.values[MEAN.variance] - averages.values[MEAN.pair];
  const mapError =
    problem.weightVariance * (averages.errors[MEAN.variance] + averages.errors[MEAN.pair]) +
    Math.abs(problem.weightVariance * map - mu);
  const muError = mapError / Math.max(1e-3, Math.abs(1 - values[OUT.fwdG]));
  const h = 1e-3 * mu; // smaller steps would measure the rule's noise
  const moved = at(mu + h);
  for (let i = 0; i < OUT_COUNT; i++) errors[i] += (Math.abs(moved[i] - values[i]) / h) * muError;
  errors[OUT.mu] += muError;
}
