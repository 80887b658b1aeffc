/**
 * Route "gegenbauer": BSB1 from one-dimensional sums. A sample with itself is integrated on the line (kinks split),
 * two different samples are paired by the Gegenbauer series, whose terms fall like n^{-ceil(k/2)} and, for smooth psi,
 * geometrically. Kinks make the series algebraic, a power of k that grows with n: the Parseval bound on its tail says what
 * that costs.
 *
 * Error: of a smooth psi without epsilon, from every other and every fourth of the same nodes (`ruleErrors.ts`); otherwise from
 * three successive levels, points doubled (`levelError`). The tail bound and rounding are added, and all is propagated to each
 * quantity. With eps > 0 the moments are tabulated in s and averaged over the radius by a rule in log R.
 */
import { levelError, unsettledError } from "../../../../numeric/levelError.js";
import { coarserWeights, type SphereLineOptions, sphereLineRule } from "../../../../numeric/quadrature/sphereLine.js";
import type { Problem } from "../../problem.js";
import { MAX_REACH, reachOf } from "../../reach.js";
import type { Approximation, Extent, Quantity, Route, Solution } from "../../route.js";
import { divergentQuantities, levelCaution, singularLoss } from "../../singularLoss.js";
import { unresolvedState } from "../../unresolved.js";
import { OUT } from "./assemble.js";
import { type BatchLine, type Level, solveLevel } from "./level.js";
import type { LineSamples } from "./lineMoments.js";
import { type OrthonormalTable, orthonormalTable } from "./orthonormal.js";
import { addRuleErrors } from "./ruleErrors.js";

const MAX_POINTS = 8192; // reached or passed by the last level
/** With epsilon at a finite batch, a level costs the cube of its points: a table over radii, of series over nodes. */
const MAX_POINTS_TABULATED = 512;
const NAMES: Record<Quantity, number> = {
  q: OUT.q,
  c: OUT.c,
  mu: OUT.mu,
  forwardG: OUT.fwdG,
  forwardL: OUT.fwdL,
  forwardM: OUT.fwdM,
  backwardG: OUT.bwdG,
  backwardL: OUT.bwdL,
  backwardM: OUT.bwdM,
  crossC: OUT.crossC,
  crossEigenvalue: OUT.cross,
};
const SPECTRUM_ONLY: readonly Quantity[] = ["backwardL", "backwardM"];

const ALL = Object.keys(NAMES) as Quantity[];
const QUANTITIES: Record<Extent, readonly Quantity[]> = {
  spectrum: ALL,
  rate: ALL.filter((name) => !SPECTRUM_ONLY.includes(name)),
};

/** Where psi is sampled for one solve, counting evaluations. */
class Sampler {
  evals = 0;
  readonly #problem: Problem;
  readonly reach: number;
  readonly #accuracy: number;
  /** The finest samples so far of a psi without cuts at s = 1: coarser rules are every other node of it. */
  #finest: { readonly points: number; readonly samples: LineSamples } | null = null;

  constructor(problem: Problem) {
    this.#problem = problem;
    this.reach = Math.min(MAX_REACH, reachOf(problem));
    this.#accuracy = problem.psi.derivativeAccuracy + singularLoss(problem.psi).self;
  }

  get nested(): boolean {
    return this.#problem.epsilon === 0 && this.#problem.psi.facts.breakpoints.length === 0;
  }

  #options(points: number, s: number): SphereLineOptions {
    const { psi, batch } = this.#problem;
    return {
      inverseDimension: 1 / (batch - 1),
      reach: this.reach,
      cuts: psi.facts.breakpoints.map(({ at, oneSidedAnalytic }) => ({ at: at / s, oneSidedAnalytic })),
      symmetric: psi.facts.parity.value !== "none",
      points,
    };
  }

  at(points: number, s: number): LineSamples {
    const options = this.#options(points, s);
    if (this.#finest !== null && points <= this.#finest.points) {
      const stride = this.#finest.points / points;
      return { ...this.#finest.samples, weights: coarserWeights(options, this.#finest.samples, stride), stride };
    }
    const { nodes, weights } = sphereLineRule(options);
    const { psi } = this.#problem;
    const values = new Float64Array(nodes.length);
    const derivatives = new Float64Array(nodes.length);
    for (let i = 0; i < nodes.length; i++) {
      values[i] = psi.value(s * nodes[i]);
      derivatives[i] = psi.derivative(s * nodes[i]);
    }
    this.evals += nodes.length;
    const samples = { nodes, weights, values, derivatives, stride: 1, derivativeAccuracy: this.#accuracy };
    if (this.nested) this.#finest = { points, samples };
    return samples;
  }
}

/**
 * Points of the first of three levels: a step of z that resolves tanh and gelu to rounding at the third (measured). Of a
 * smooth psi the third level is sampled at once and makes the others for nothing.
 */
function firstPoints({ batch }: Problem, reach: number, nested: boolean): number {
  if (!nested) return 32;
  const onSphere = Math.PI * Math.sqrt(batch - 1);
  // equal angles are widest apart in z where the weight is: they need the shorter step
  const count = onSphere > 3.3 * reach ? (2 * reach) / 0.45 : onSphere / 0.41;
  return Math.max(16, 8 * Math.ceil(count / 8));
}

// What a smooth psi is good for whatever was asked: another level costs microseconds.
const SMOOTH_TOLERANCE = 1e-12;

const inUnitsOfQ: readonly Quantity[] = ["q", "mu", "crossC"];

/** What an error of a quantity is measured against: q, or 1 for what has its own scale. */
function scaleOf(name: Quantity, values: readonly number[]): number {
  return inUnitsOfQ.includes(name) ? values[OUT.q] : Math.max(1, Math.abs(values[NAMES[name]]));
}

export const gegenbauer: Route = {
  name: "gegenbauer",

  refusal({ batch }) {
    return batch < 3 ? "the series needs a batch of at least 3" : null;
  },

  solve(problem: Problem, extent: Extent, tolerance: number): Solution {
    const caution = levelCaution(problem.psi);
    // at a break without a Taylor series differences change sign, and one of them is small by accident (|x|^0.55 at B = 16)
    const least = caution > 1 ? 0.1 : 0;
    const levels: Level[] = [];
    const names = QUANTITIES[extent];
    const hopeless = divergentQuantities(problem.psi);
    const judged = names.filter((name) => !hopeless.includes(name));
    const sampler = new Sampler(problem);
    const aim = sampler.nested ? Math.min(tolerance, SMOOTH_TOLERANCE) : tolerance;
    const inverse = 1 / (problem.batch - 1);
    const most = problem.epsilon > 0 && inverse > 0 ? MAX_POINTS_TABULATED : MAX_POINTS;
    const first = firstPoints(problem, sampler.reach, sampler.nested);
    if (sampler.nested) {
      const solution = solveAtOnce(problem, extent, aim, sampler, first);
      if (solution !== null) return solution;
    }
    let mu: number | null = null;
    let terms = 0;
    let table: OrthonormalTable | null = null;
    for (let points = first; ; points *= 2) {
      // once the series has converged, a finer rule needs no more terms
      if (!(levels.at(-1)?.seriesConverged ?? false)) terms = Math.min(points >> 1, MAX_POINTS >> 2) + 4;
      if (terms > (table?.most ?? 0)) table = orthonormalTable(inverse, Math.max(terms, 2 * first + 4));
      const line: BatchLine = {
        inverse,
        table: table!,
        terms: Math.min(terms, table!.terms),
        samples: (s) => sampler.at(points, s),
        parity: problem.psi.facts.parity.value,
        points,
      };
      const level = solveLevel(problem, line, extent, mu);
      mu = level.mu;
      if (level.mu === 0) return { quantities: {}, evals: sampler.evals, collapsed: true };
      if (Number.isNaN(level.mu)) return unresolvedState(sampler.evals);
      levels.push(level);
      if (levels.length < 3) continue;
      const [before, earlier] = [levels[levels.length - 2].values, levels[levels.length - 3].values];
      const errors = level.errors();
      const floor = errors.slice();
      for (const name of names) {
        const i = NAMES[name];
        errors[i] += caution * levelError(level.values[i], before[i], earlier[i], scaleOf(name, level.values), least);
      }
      // where rounding is what is left of an error, no finer rule helps
      const settledAt = (limit: number) =>
        judged.every(
          (name) =>
            errors[NAMES[name]] <= limit * scaleOf(name, level.values) ||
            (level.seriesConverged && errors[NAMES[name]] <= 2 * floor[NAMES[name]]),
        );
      if (points < most && !settledAt(aim)) continue;
      if (!settledAt(tolerance)) {
        for (const name of names)
          errors[NAMES[name]] += unsettledError(level.values[NAMES[name]], before[NAMES[name]], earlier[NAMES[name]]);
      }
      return { quantities: collect(names, level.values, errors), evals: sampler.evals, collapsed: false };
    }
  },
};

/**
 * A smooth psi without epsilon from one resolution, whose rule error comes from every other and every fourth of the same
 * nodes; null when that does not reach `aim`.
 */
function solveAtOnce(problem: Problem, extent: Extent, aim: number, sampler: Sampler, first: number): Solution | null {
  const points = 4 * first;
  const fine = sampler.at(points, 1);
  const middle = sampler.at(points / 2, 1);
  const coarse = sampler.at(points / 4, 1);
  const inverse = 1 / (problem.batch - 1);
  const parity = problem.psi.facts.parity.value;
  const names = QUANTITIES[extent];
  for (const most of [first + 4, 2 * first + 4]) {
    const table = orthonormalTable(inverse, most);
    const line: BatchLine = {
      inverse,
      table,
      terms: table.terms,
      samples: () => fine,
      parity,
      points,
      addErrors: (moments) => addRuleErrors(moments, middle, coarse, parity === "odd", table.tail[1]),
    };
    const level = solveLevel(problem, line, extent, null);
    if (!(level.mu > 0)) return null;
    if (!level.seriesConverged) continue;
    const errors = level.errors();
    if (!names.every((name) => errors[NAMES[name]] <= aim * scaleOf(name, level.values))) return null;
    return { quantities: collect(names, level.values, errors), evals: sampler.evals, collapsed: false };
  }
  return null;
}

function collect(
  names: readonly Quantity[],
  values: readonly number[],
  errors: readonly number[],
): Solution["quantities"] {
  const out: Partial<Record<Quantity, Approximation>> = {};
  for (const name of names) out[name] = { value: values[NAMES[name]], error: errors[NAMES[name]] };
  return out;
}
