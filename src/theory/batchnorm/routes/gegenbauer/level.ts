/** One resolution of the gegenbauer route: eps = 0 needs one radius, eps > 0 a rule over radii and the fixed point of mu. */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { chiLineRule } from "../../../../numeric/quadrature/chiLine.js";
import type { Rule } from "../../../../numeric/quadrature/rule.js";
import { meanChiSquared } from "../../../../numeric/special/meanChi.js";
import { largestFixedPoint } from "../../fixedPoint.js";
import type { Problem } from "../../problem.js";
import type { Extent } from "../../route.js";
import { type AssembleContext, accumulate, assemble, MEAN, MEAN_COUNT, OUT, OUT_COUNT, type RadialWeights } from "./assemble.js";
import { LINE, lineMoments, type LineSamples } from "./lineMoments.js";
import type { OrthonormalTable } from "./orthonormal.js";

export interface BatchLine {
  /** 1/n, n = B - 1. */
  readonly inverse: number;
  readonly table: OrthonormalTable;
  /** The nodes for psi(s z). */
  readonly rule: (s: number) => Rule;
  /** Whether the nodes depend on s. */
  readonly rulesVary: boolean;
  readonly parity: "even" | "odd" | "none";
  readonly points: number;
}

export interface Level {
  readonly values: Float64Array;
  readonly errors: Float64Array;
  readonly mu: number;
  readonly evals: number;
}

interface Averages {
  readonly values: Float64Array;
  readonly errors: Float64Array;
  evals: number;
}

/** psi and psi' at the nodes, scaled by s. */
function sample({ psi }: Problem, rule: Rule, s: number): LineSamples {
  const { nodes } = rule;
  const values = new Float64Array(nodes.length);
  const derivatives = new Float64Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) {
    values[i] = psi.value(s * nodes[i]);
    derivatives[i] = psi.derivative(s * nodes[i]);
  }
  return { rule, values, derivatives, derivativeAccuracy: psi.derivativeAccuracy };
}

/** Moments averaged over the radii. */
function average(problem: Problem, line: BatchLine, radii: readonly RadialWeights[], spectrum: boolean): Averages {
  const out: Averages = { values: new Float64Array(MEAN_COUNT), errors: new Float64Array(MEAN_COUNT), evals: 0 };
  const { inverse, table, parity } = line;
  const fixedRule = line.rulesVary ? null : line.rule(1);
  for (const radius of radii) {
    const samples = sample(problem, fixedRule ?? line.rule(radius.s), radius.s);
    const moments = lineMoments(samples, { inverseDimension: inverse, scale: radius.s, table, spectrum, parity });
    accumulate(moments.values, radius, out.values);
    accumulate(moments.errors, radius, out.errors);
    if (inverse > 0) {
      const gap = moments.values[LINE.variance] - moments.values[LINE.pair];
      const gapError = moments.errors[LINE.variance] + moments.errors[LINE.pair];
      const excess = (radius.weight * (radius.ratio - 1)) / inverse;
      out.values[MEAN.radial] += excess * gap;
      out.errors[MEAN.radial] += Math.abs(excess) * gapError;
    }
    out.evals += samples.values.length;
  }
  return out;
}

/** Errors of the assembled quantities: each moment moved by its own error, effects added. */
function propagate(averages: Averages, context: AssembleContext, values: Float64Array): Float64Array {
  const errors = new Float64Array(OUT_COUNT);
  const moved = averages.values.slice();
  for (let j = 0; j < MEAN_COUNT; j++) {
    const error = Math.abs(averages.errors[j]);
    if (error === 0) continue;
    moved[j] = averages.values[j] + error;
    const out = assemble(moved, context);
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
  const { ratios, weights } = chiLineRule(n, points);
  return Array.from(ratios, (ratio, i) => at(ratio, weights[i]));
}

/** The limit of E (R^2 - n) D(s(R)) as n grows: 2 dD/d(R^2/n), with dD/ds^2 = spread/(2 s^2). */
function limitRadial(values: Float64Array, radii: readonly RadialWeights[], epsilon: number): void {
  values[MEAN.radial] = values[MEAN.spread] * epsilon * radii[0].chi;
}

export function solveLevel(problem: Problem, line: BatchLine, extent: Extent, start: number | null): Level {
  const spectrum = extent === "spectrum";
  const { epsilon, weightVariance, batch } = problem;
  const base = { inverse: line.inverse, weightVariance };
  if (epsilon === 0) {
    const averages = average(problem, line, [{ s: 1, weight: 1, ratio: 1, chi: 1 }], spectrum);
    const context = { ...base, mu: null, slopeFactor: meanChiSquared(batch - 1) };
    const values = assemble(averages.values, context);
    return { values, errors: propagate(averages, context, values), mu: values[OUT.mu], evals: averages.evals };
  }
  let evals = 0;
  const radialPoints = Math.max(24, line.points >> 1);
  const step = (mu: number, full: boolean): { averages: Averages; values: Float64Array; context: AssembleContext } => {
    const radii = radiiFor(problem, mu, radialPoints);
    const averages = average(problem, line, radii, full);
    evals += averages.evals;
    if (batch === Infinity) limitRadial(averages.values, radii, epsilon);
    const context = { ...base, mu, slopeFactor: 1 };
    return { averages, values: assemble(averages.values, context), context };
  };
  const next = (mu: number) => {
    const { averages, values } = step(mu, false);
    const value = weightVariance * (averages.values[MEAN.variance] - averages.values[MEAN.pair]);
    return { value, derivative: values[OUT.fwdG] };
  };
  const mu = largestFixedPoint(next, start);
  if (mu === 0) return { values: new Float64Array(OUT_COUNT), errors: new Float64Array(OUT_COUNT), mu, evals };
  const { averages, values, context } = step(mu, true);
  const errors = propagate(averages, context, values);
  addFixedPointError(problem, mu, averages, values, errors, (at) => step(at, true).values);
  return { values, errors, mu, evals };
}

/** The error of mu is that of the map over 1 - fwd_G; it moves every other quantity. */
function addFixedPointError(problem: Problem, mu: number, averages: Averages, values: Float64Array, errors: Float64Array, at: (mu: number) => Float64Array): void {
  const map = averages.values[MEAN.variance] - averages.values[MEAN.pair];
  const mapError = problem.weightVariance * (averages.errors[MEAN.variance] + averages.errors[MEAN.pair]) + Math.abs(problem.weightVariance * map - mu);
  const muError = mapError / Math.max(1e-3, Math.abs(1 - values[OUT.fwdG]));
  const h = 1e-5 * mu;
  const moved = at(mu + h);
  for (let i = 0; i < OUT_COUNT; i++) errors[i] += (Math.abs(moved[i] - values[i]) / h) * muError;
  errors[OUT.mu] += muError;
}
