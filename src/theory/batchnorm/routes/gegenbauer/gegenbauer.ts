/**
 * Route "gegenbauer": BSB1 from one-dimensional sums. A sample with itself is integrated on the line (kinks split),
 * two different samples are paired by the Gegenbauer series, whose terms fall like n^{-ceil(k/2)} and, for smooth psi,
 * geometrically. Kinks make the series algebraic, like k^{-n/2}: the Parseval bound on its tail says what that costs.
 *
 * Error: three successive levels (points doubled; see `levelError`), plus the tail
 * bound and rounding, propagated to each quantity. With eps > 0 the radius is averaged by a rule in log R.
 */

import { levelError } from "../../../../numeric/levelError.js";
import { sphereLineRule } from "../../../../numeric/quadrature/sphereLine.js";
import type { Problem } from "../../problem.js";
import { MAX_REACH, reachOf } from "../../reach.js";
import type { Approximation, Extent, Quantity, Route, Solution } from "../../route.js";
import { levelCaution } from "../../singularLoss.js";
import { OUT } from "./assemble.js";
import { type BatchLine, type Level, solveLevel } from "./level.js";
import { orthonormalTable } from "./orthonormal.js";

const FIRST_POINTS = 32;
const MAX_POINTS = 8192;
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

function quantityNames(extent: Extent): Quantity[] {
  return (Object.keys(NAMES) as Quantity[]).filter((name) => extent === "spectrum" || !SPECTRUM_ONLY.includes(name));
}

function lineAt(problem: Problem, points: number, terms: number, reach: number): BatchLine {
  const { psi, batch } = problem;
  const inverse = 1 / (batch - 1);
  const parity = psi.facts.parity.value;
  const symmetric = parity !== "none";
  const cuts = psi.facts.breakpoints;
  const table = orthonormalTable(inverse, terms);
  const rule = (s: number) =>
    sphereLineRule({
      inverseDimension: inverse,
      reach: Math.min(MAX_REACH, reach),
      cuts: cuts.map(({ at, oneSidedAnalytic }) => ({ at: at / s, oneSidedAnalytic })),
      symmetric,
      points,
    });
  return { inverse, table, rule, rulesVary: cuts.length > 0, parity, points };
}

const inUnitsOfQ: readonly Quantity[] = ["q", "mu", "crossC"];

/** What an error of a quantity is measured against: q, or 1 for what has its own scale. */
function scaleOf(name: Quantity, values: Float64Array): number {
  return inUnitsOfQ.includes(name) ? values[OUT.q] : Math.max(1, Math.abs(values[NAMES[name]]));
}

export const gegenbauer: Route = {
  name: "gegenbauer",

  refusal({ batch }) {
    return batch < 3 ? "the series needs a batch of at least 3" : null;
  },

  solve(problem: Problem, extent: Extent, tolerance: number): Solution {
    const reach = reachOf(problem);
    const caution = levelCaution(problem.psi);
    let evals = 0;
    const levels: Level[] = [];
    const names = quantityNames(extent);
    let mu: number | null = null;
    let terms = 0;
    for (let points = FIRST_POINTS; ; points *= 2) {
      // once the series has converged, a finer rule needs no more terms
      if (!(levels.at(-1)?.seriesConverged ?? false)) terms = Math.min(points >> 1, MAX_POINTS >> 2) + 4;
      const level = solveLevel(problem, lineAt(problem, points, terms, reach), extent, mu);
      mu = level.mu;
      evals += level.evals;
      if (level.mu === 0) return { quantities: {}, evals, collapsed: true };
      levels.push(level);
      if (levels.length < 3) continue;
      const [before, earlier] = [levels[levels.length - 2].values, levels[levels.length - 3].values];
      const errors = level.errors();
      for (const name of names) {
        const i = NAMES[name];
        errors[i] += caution * levelError(level.values[i], before[i], earlier[i], scaleOf(name, level.values));
      }
      if (points >= MAX_POINTS || reaches(names, level.values, errors, tolerance)) {
        return { quantities: collect(names, level.values, errors), evals, collapsed: false };
      }
    }
  },
};

function reaches(names: readonly Quantity[], values: Float64Array, errors: Float64Array, tolerance: number): boolean {
  return names.every((name) => errors[NAMES[name]] <= tolerance * scaleOf(name, values));
}

function collect(names: readonly Quantity[], values: Float64Array, errors: Float64Array): Solution["quantities"] {
  const out: Partial<Record<Quantity, Approximation>> = {};
  for (const name of names) out[name] = { value: values[NAMES[name]], error: errors[NAMES[name]] };
  return out;
}
