/**
 * Route "direct": batches of 2 and 3, where two samples determine the batch. With epsilon = 0 a batch of 2 is normalised
 * to (+-1, -+1), so nothing that is smaller than a sign comes through and the gradient is exactly zero; for a batch of 3
 * the fixed point is an integral over a circle, and the expected squared gradient diverges: E|y|^-2 is infinite in 2
 * dimensions. Both are answered by the definitions themselves:
 *
 *   B = 2:  z = (+-1, -+1)         B = 3:  z_i = sqrt(2) cos(theta - 2 pi i / 3), theta uniform.
 */
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import { addPiece, type Cut, piecesOf } from "../../../numeric/quadrature/pieces.js";
import { meanChiSquared } from "../../../numeric/special/meanChi.js";
import type { Problem } from "../problem.js";
import type { Approximation, Route, Solution } from "../route.js";

const POINTS = [24, 48, 96, 192];

interface CircleMeans {
  readonly mean: number;
  readonly second: number;
  readonly pair: number;
  readonly slope: number;
  readonly forwardL: number;
  readonly evals: number;
}

/** Angles where psi(z1) or psi(z2) is not analytic. */
function circleCuts({ psi }: Problem): Cut[] {
  const cuts: Cut[] = [];
  for (const { at, oneSidedAnalytic } of psi.facts.breakpoints) {
    if (Math.abs(at) >= Math.SQRT2) continue;
    const angle = Math.acos(at / Math.SQRT2);
    for (const shift of [0, (2 * Math.PI) / 3]) {
      for (const theta of [angle + shift, -angle + shift]) cuts.push({ at: wrap(theta), oneSidedAnalytic });
    }
  }
  return cuts;
}

const wrap = (theta: number) => theta - 2 * Math.PI * Math.floor(theta / (2 * Math.PI));

/** Means over the circle; `forwardL` is the eigenvalue on L times mu. */
function circle(problem: Problem, points: number): CircleMeans {
  const { psi } = problem;
  const cuts = circleCuts(problem);
  const theta: number[] = [];
  const w: number[] = [];
  for (const piece of piecesOf(0, 2 * Math.PI, cuts)) {
    addPiece(piece, cuts.length > 0 ? points : 4 * points, false, (angle, weight) => {
      theta.push(angle);
      w.push(weight / (2 * Math.PI));
    });
  }
  const one = theta.map((angle) => psi.value(Math.SQRT2 * Math.cos(angle)));
  const mean = one.reduce((sum, value, i) => sum + w[i] * value, 0);
  let [second, pair, slope, forwardL] = [0, 0, 0, 0];
  theta.forEach((angle, i) => {
    const z1 = Math.SQRT2 * Math.cos(angle);
    const z2 = Math.SQRT2 * Math.cos(angle - (2 * Math.PI) / 3);
    const f1 = one[i] - mean;
    const f2 = psi.value(z2) - mean;
    const z3 = -z1 - z2;
    second += w[i] * one[i] * one[i];
    pair += w[i] * f1 * f2;
    slope += w[i] * z1 * one[i];
    // Delta = G diag(v) G, sum v = 0, has x^T Delta x = sum v_i z_i^2 / 3. Its image has kappa v1 at (1,1), nu (v1 + v2)
    // at (1,2), read off at v = (2,-1,-1) and v = (1,1,-2); centring leaves the eigenvalue kappa - 2 nu.
    const kappa = (f1 * f1 * (z1 * z1 - 1)) / 2;
    const nu = (f1 * f2 * (z1 * z1 + z2 * z2 - 2 * z3 * z3)) / 6;
    forwardL += w[i] * (kappa - 2 * nu);
  });
  return { mean, second, pair, slope, forwardL, evals: 2 * theta.length };
}

function solveThree(problem: Problem, tolerance: number): Solution {
  const { psi, weightVariance: w } = problem;
  let evals = 0;
  let earlier = circle(problem, 12);
  for (const points of POINTS) {
    const m = circle(problem, points);
    evals += m.evals;
    const rounding = 16 * UNIT_ROUNDOFF * m.second;
    const change = Math.max(
      ...(["second", "pair", "slope", "forwardL", "mean"] as const).map((key) => Math.abs(m[key] - earlier[key])),
    );
    earlier = m;
    if (change > tolerance * m.second && points !== POINTS.at(-1)) continue;
    const error = change + rounding;
    const gap = m.second - m.mean * m.mean - m.pair;
    const mu = w * gap;
    const over = (value: number): Approximation => ({
      value: value / gap,
      error: ((1 + Math.abs(value / gap)) * 2 * error) / gap,
    });
    const infinite: Approximation = { value: psi.facts.constant.value ? 0 : Infinity, error: 0 };
    return {
      quantities: {
        q: { value: w * m.second, error: w * error },
        c: { value: 1 - gap / m.second, error: (2 * error) / m.second },
        mu: { value: mu, error: 2 * w * error },
        forwardG: { value: 0, error: 0 },
        forwardL: over(m.forwardL),
        backwardG: infinite,
        backwardL: infinite,
        crossC: { value: w * m.mean * m.mean, error: 2 * w * Math.abs(m.mean) * error },
        crossEigenvalue: over(1.5 * meanChiSquared(2) * m.slope ** 2),
      },
      evals,
      collapsed: false,
    };
  }
  throw new Error("unreachable: the last resolution always returns");
}

function solveTwo({ psi, weightVariance: w }: Problem): Solution {
  const up = psi.value(1);
  const down = psi.value(-1);
  const make = (value: number): Approximation => ({ value, error: 4 * UNIT_ROUNDOFF * Math.abs(value) });
  const q = (w * (up * up + down * down)) / 2;
  const mu = (w * (up - down) ** 2) / 2;
  return {
    quantities: {
      q: make(q),
      c: make((2 * up * down) / (up * up + down * down)),
      mu: { value: mu, error: 4 * UNIT_ROUNDOFF * Math.max(q, mu) },
      forwardG: { value: 0, error: 0 },
      backwardG: { value: 0, error: 0 },
      crossC: make((w * (up + down) ** 2) / 4),
      crossEigenvalue: make(2 / Math.PI),
    },
    evals: 2,
    collapsed: false,
  };
}

export const smallBatch: Route = {
  name: "direct",

  refusal({ batch, epsilon }) {
    if (batch > 3) return "only batches of 2 and 3 are determined by two samples";
    return epsilon > 0 ? "batches of 2 and 3 are answered for epsilon = 0 only" : null;
  },

  solve(problem, _extent, tolerance) {
    return problem.batch === 2 ? solveTwo(problem) : solveThree(problem, tolerance);
  },
};
