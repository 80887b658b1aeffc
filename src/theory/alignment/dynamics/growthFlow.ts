import { assertAbove } from "../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { combine, dot, norm, unit, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import type { OdeOptions } from "../../../numeric/ode.js";
import { assertShapes, numbers, odeOptions, oneOf, optionsOf } from "../../../numeric/shape.js";
import { growthShape } from "../shapes.js";
import { growthClosedForm } from "./growthClosedForm.js";
import { assertGrowth, type GrowthProblem, type GrowthState, growthResidues, observeGrowth } from "./growthProblem.js";
import { guardedFlow, type WhyStopped } from "./guardedFlow.js";

export type { GrowthProblem, GrowthState } from "./growthProblem.js";

/** Products with coefficients overflow beyond. */
const LARGEST = Math.exp(700);

export interface GrowthFlowOptions extends OdeOptions {
  /** "auto": the closed solution where there is one (equal bumps, a_q >= 0), else "ode". */
  readonly method?: "auto" | "ode";
  /** A |w_k| above it stops the flow that is solved as an ODE ("large"); above 0, default e^700 = 1e304. */
  readonly largest?: number;
}

export interface GrowthFlow {
  /** The given times that were reached. */
  readonly times: readonly number[];
  readonly states: readonly GrowthState[];
  /** null when all were; "diverging": norms grow without bound before the next time; "large": some |w_k| exceeds `largest`; "unfinished": evaluations used up. */
  readonly stopped: {
    readonly at: number;
    readonly state: GrowthState;
    readonly why: WhyStopped;
  } | null;
  /** Of the angle and of the length of every node, relative to its length. */
  readonly relativeError: number;
  /** Absolute, of the longest weight. */
  readonly error: number;
  readonly evals: number;
  readonly converged: boolean;
}

/**
 * The toy of section 5.3: dw_k/dt = |w_k| r_k,  r_k = w* - sum_q a_q w_q + eps_k w*.
 *
 * With a_q > 0 and no bumps it settles where sum_q a_q w_q = w*: NOT every w_k is then along w*, only the sum is; the angles that are
 * left vanish with the initial norms. With a bump it has no fixed point unless all nodes are exactly along w*: one node ends along w*, the
 * others along -w*, and all grow at rate eps |w*| / 2 for ever; the equation is then as stiff as the norms are long, and the flow
 * stops "unfinished" when sum_q a_q int |w_q| dt is between 1e4 and 2e4.
 *
 * Domain: finite entries; W without zero rows; a of any sign (with a_q <= 0 norms grow without bound). The closed solution where there is one, else
 * solved in ln|w_k| and w_k/|w_k|.
 * Accuracy: `relativeError`, a few 1e-9 at the default tolerance of 1e-12, for every node, however short; the closed solution is met to 4e-11
 * and better at 60 random problems.
 * Source: section 5.3 and eq. (68) of the alignment paper.
 * @throws TheoryError "domain".
 */
export function growthFlow(
  problem: GrowthProblem,
  times: readonly number[],
  options: GrowthFlowOptions = {},
): GrowthFlow {
  assertShapes(
    { problem: growthShape, times: numbers, options: optionsOf({ ...odeOptions, method: oneOf("auto", "ode") }) },
    { problem, times, options },
  );
  const { method = "auto", largest: most = LARGEST, ...ode } = options;
  assertGrowth(problem);
  assertAbove("largest", most, 0);
  if (method === "auto" && times.length > 0 && hasClosedForm(problem)) return closedFlow(problem, times);
  const { W } = problem;
  const derivative = (_: number, y: readonly number[]): readonly number[] => {
    const { logs, units } = unpack(y, W.length);
    const residues = growthResidues({ ...problem, W: weightsOf(logs, units) });
    const h = units.map((u, k) => dot(u, residues[k]));
    return [...h, ...units.flatMap((u, k) => combine(1, residues[k], -h[k], u))];
  };
  const start = [...W.map((w) => Math.log(norm(w))), ...W.flatMap(unit)];
  const { states, stopped, error, ...rest } = guardedFlow(derivative, start, times, {
    tolerance: 1e-12,
    ...ode,
    size: (y) => Math.max(...y.slice(0, W.length)),
    bound: Math.max(Math.log(most), ...start.slice(0, W.length)),
  });
  const observe = (y: readonly number[]): GrowthState => {
    const { logs, units } = unpack(y, W.length);
    return observeGrowth({ ...problem, W: weightsOf(logs, units.map(unit)) });
  };
  // the given weights, not their logarithms' exponentials
  const observed = states.map((y, i) => (i === 0 ? observeGrowth(problem) : observe(y)));
  const largest = Math.max(...observed.flatMap(({ norms }) => norms));
  return {
    ...rest,
    states: observed,
    stopped: stopped === null ? null : { at: stopped.at, why: stopped.why, state: observe(stopped.state) },
    relativeError: 2 * error,
    error: 2 * error * largest,
  };
}

const hasClosedForm = ({ a, bumps = [] }: GrowthProblem): boolean =>
  a.every((entry) => entry > 0) && bumps.every((bump) => bump === bumps[0]);

/** All times by the closed solution; what is reported is rounding. */
function closedFlow(problem: GrowthProblem, times: readonly number[]): GrowthFlow {
  const at = (t: number) => observeGrowth({ ...problem, W: growthClosedForm(problem, t - times[0]).W });
  const states = times.map((t, i) => (i === 0 ? observeGrowth(problem) : at(t)));
  const norms = states.flatMap((state) => state.norms);
  const error = 256 * UNIT_ROUNDOFF * Math.max(...norms);
  const relativeError = error / Math.min(...norms);
  return { times, states, stopped: null, relativeError, error, evals: 0, converged: true };
}

/** ln|w_k| and w_k/|w_k|: relative accuracy for nodes of any length. */
function unpack(y: readonly number[], nodes: number): { readonly logs: Vector; readonly units: Matrix } {
  const inputs = y.length / nodes - 1;
  const row = (k: number) => y.slice(nodes + k * inputs, nodes + (k + 1) * inputs);
  return { logs: y.slice(0, nodes), units: Array.from({ length: nodes }, (_, k) => row(k)) };
}

const weightsOf = (logs: Vector, units: Matrix): Matrix =>
  units.map((u, k) => u.map((entry) => Math.exp(logs[k]) * entry));
