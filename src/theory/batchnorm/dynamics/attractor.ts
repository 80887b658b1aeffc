/**
 * The block state of given group sizes that attracts near a given one: its fixed point, whether perturbations of any kind die
 * out, and the growth of the gradient there. Everything twice, at two resolutions; the difference is the error.
 */
import type { Estimate } from "../../../numeric/estimate.js";
import type { Problem } from "../problem.js";
import { type BlockFixedPoint, blockFixedPoint } from "./blocks/blockFixedPoint.js";
import { BlockMap } from "./blocks/blockMap.js";
import type { BlockRoute, BlockStability, Level } from "./blocks/blockRoute.js";
import type { BlockState, Pair } from "./blocks/blockState.js";
import { perronRoot } from "./blocks/perronRoot.js";
import { blockRoute } from "./blocks/selectBlockRoute.js";

/** A fixed point of the covariance map with two groups of samples. */
export interface Attractor {
  readonly sizes: Pair;
  /** Whether the samples of a group have become one (their normalised values are the same). */
  readonly merged: readonly [boolean, boolean];
  /** The distinct entries of the covariance, times weightVariance. */
  readonly covariance: {
    readonly diagonal: readonly [Estimate, Estimate];
    readonly offDiagonal: readonly [Estimate, Estimate];
    readonly between: Estimate;
  };
  readonly state: BlockState;
  /** Growth of E|gradient|^2 a layer there: the largest eigenvalue of Pi -> E[J^T Pi J]. */
  readonly rate: Estimate;
  /** Largest growth a layer of a perturbation that breaks the symmetry; the state attracts when it is below 1. */
  readonly growth: Estimate;
  readonly modes: BlockStability["modes"];
  /** Largest relative change of the state under the map. */
  readonly residual: number;
}

/** Residuals to reach by level: the first only has to find the right basin. */
const TOLERANCES = [1e-5, 1e-11, 1e-11] as const;
/** Relative error to be content with: five digits, which kinks leave and smooth activations exceed by far. */
const ENOUGH = 1e-5;
/** Below this share of the other spreads, a group is tried as a point first. */
const NEARLY_MERGED = 0.05;

interface Solved {
  readonly point: BlockFixedPoint;
  readonly stability: BlockStability;
  readonly route: BlockRoute;
}

function solve(
  problem: Problem,
  start: BlockState,
  level: Level,
  { iterations, slope = null }: { readonly iterations: number; readonly slope?: BlockFixedPoint["slope"] },
): Solved | null {
  const route = blockRoute(problem, level);
  const map = new BlockMap(route, problem.epsilon > 0);
  const point = blockFixedPoint(map, start, { iterations, tolerance: TOLERANCES[level], slope });
  if (point === null || !(point.residual < 1e-3)) return null;
  return { point, stability: route.stability(point.state), route };
}

/** The starts to try: a group that has nearly merged as a point, then both as they are, then the tighter group as a point. */
function starts({ sizes, between, within }: BlockState): BlockState[] {
  const scale = Math.max(between, ...within);
  const state = (pair: readonly number[]): BlockState => ({ sizes, between, within: [pair[0]!, pair[1]!] });
  const has = (a: number) => sizes[a as 0 | 1] > 1;
  const nearly = within.map((value, a) => has(a) && value < NEARLY_MERGED * scale);
  const apart = within.map((value, a) => (has(a) ? Math.max(value, 1e-3 * scale) : 0));
  const tighter = has(0) && (!has(1) || within[0] < within[1]) ? 0 : 1;
  const tight = apart.map((value, a) => (a === tighter ? 0 : value));
  if (!nearly.includes(true)) return [state(apart), state(tight)];
  return [state(apart.map((value, a) => (nearly[a] ? 0 : value))), state(apart)];
}

/** Directions with a spread: with two or fewer, E 1/|y|^2 is infinite. */
const rankOf = ({ sizes, within }: BlockState) =>
  1 + (within[0] > 0 ? sizes[0] - 1 : 0) + (within[1] > 0 ? sizes[1] - 1 : 0);

function estimateOf(fine: number, coarse: number, slack: number, route: BlockRoute): Estimate {
  if (!Number.isFinite(fine))
    return { value: Infinity, error: 0, method: route.name, evals: route.evals, converged: true };
  const error = Math.abs(fine - coarse) + slack * Math.abs(fine);
  return {
    value: fine,
    error,
    method: route.name,
    evals: route.evals,
    converged: error <= ENOUGH * Math.max(1, Math.abs(fine)),
  };
}

/**
 * The attractor of `near`'s group sizes, or null where no fixed point of such groups was found near it. It may repel (`growth`
 * above 1) or be BSB1 (all eigenvalues alike).
 */
export function attractorNear(problem: Problem, near: BlockState, iterations = 15): Attractor | null {
  let found: Solved | null = null;
  for (const start of starts(near)) {
    const solved = solve(problem, start, 0, { iterations });
    if (solved === null) continue;
    if (found === null || solved.stability.largest < found.stability.largest) found = solved;
    if (found.stability.largest < 1) break;
  }
  return found === null ? null : refined(problem, found);
}

function refined(problem: Problem, rough: Solved): Attractor | null {
  const first = solve(problem, rough.point.state, 1, { iterations: 1 });
  const slope = first?.point.slope ?? null;
  const second = first === null ? null : solve(problem, first.point.state, 2, { iterations: 0, slope });
  if (first === null || second === null) return null;
  const { point: coarse, route } = first;
  const { point, route: fine } = second;
  const rateOf = (r: BlockRoute, state: BlockState) => (rankOf(state) < 3 ? Infinity : perronRoot(r.backward(state)));
  const slack = 10 * point.residual + 1e-13;
  const estimate = (x: number, y: number) => estimateOf(x, y, slack, fine);
  const [e, f] = [point.mapped.entries, coarse.mapped.entries];
  const both = (x: Pair, y: Pair) => [estimate(x[0], y[0]), estimate(x[1], y[1])] as const;
  const { sizes, within } = point.state;
  return {
    sizes,
    merged: [sizes[0] > 1 && within[0] === 0, sizes[1] > 1 && within[1] === 0],
    covariance: {
      diagonal: both(e.diagonal, f.diagonal),
      offDiagonal: both(e.offDiagonal, f.offDiagonal),
      between: estimate(e.between, f.between),
    },
    state: point.state,
    rate: estimate(rateOf(fine, point.state), rateOf(route, coarse.state)),
    growth: estimate(second.stability.largest, first.stability.largest),
    modes: second.stability.modes,
    residual: point.residual,
  };
}
