import { assertInteger, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import type { OdeOptions } from "../../../numeric/ode.js";
import { assertShapes, matrix, numbers, odeOptions, optionsOf, vector } from "../../../numeric/shape.js";
import { type GuardedSolution, guardedFlow, type WhyStopped } from "./guardedFlow.js";
import { interiorFixedPoint } from "./interiorFixedPoint.js";
import { restOf } from "./restOf.js";

/** e^705 = 1e306 is near the largest double. */
const LARGEST_LOG = 705;

export interface LotkaVolterra {
  /** The given times that were reached. */
  readonly times: readonly number[];
  /** n_k, one list a time; 0 stays 0. */
  readonly states: readonly Vector[];
  /** A^-1 g, where all growth rates vanish; null where A is singular. It is a state only if no entry is negative. */
  readonly interiorFixedPoint: Vector | null;
  readonly stopped: { readonly at: number; readonly state: Vector; readonly why: WhyStopped } | null;
  /** Absolute, of the largest n_k. */
  readonly error: number;
  readonly evals: number;
  readonly converged: boolean;
}

/**
 * Competing species, dn_k/dt = n_k (g_k - (A n)_k), solved in ln n_k: no n_k changes its sign.
 *
 * The norms n_k = |w_k| of student nodes obey it with g_k = w_k.w* / |w_k| and A_kq = a_q cos(w_k, w_q) as long as directions
 * stand still: see `growthFlow` and `frozenCompetition`. Students along w* never turn: for them it is exact at all times.
 *
 * Domain: n_k >= 0, finite g and A (species x species). A blow-up in finite time stops the flow ("diverging"), norms above
 * e^705 = 1e306 do ("large"). After the solver's evaluations, near a fixed point that attracts, the flow rests there: see `restOf`. Accuracy: `error`; relative to
 * each n_k it is that of ln n_k.
 * Source: section 5.3 of the alignment paper, which names the equations; their coefficients are ours.
 * @throws TheoryError "domain".
 */
export function lotkaVolterra(
  n: Vector,
  growth: Vector,
  A: Matrix,
  times: readonly number[],
  ode: OdeOptions = {},
): LotkaVolterra {
  assertShapes(
    { n: vector, growth: vector, A: matrix, times: numbers, ode: optionsOf(odeOptions) },
    { n, growth, A, times, ode },
  );
  assertNumbers("n", n);
  assertInteger("n.length", n.length, 1, 1000);
  assertNumbers("growth", growth, n.length);
  assertMatrix("A", A, { rows: n.length, columns: n.length });
  const negative = n.findIndex((entry) => entry < 0);
  if (negative >= 0) throw domainError(`n[${negative}]`, n[negative], "at least 0", "A norm is not negative.");
  const living = n.flatMap((entry, k) => (entry > 0 ? [k] : []));
  const full = (y: Vector): Vector => {
    const out = n.map(() => 0);
    for (const [i, k] of living.entries()) out[k] = Math.exp(y[i]);
    return out;
  };
  const rest = { interiorFixedPoint: interiorFixedPoint(growth, A) };
  if (living.length === 0) {
    return { times, states: times.map(() => n), ...rest, stopped: null, error: 0, evals: 0, converged: true };
  }
  const derivative = (_: number, y: Vector): Vector => {
    const now = full(y);
    return living.map((k) => growth[k] - dot(A[k], now));
  };
  const start = living.map((k) => Math.log(n[k]));
  const solution = guardedFlow(derivative, start, times, {
    tolerance: 1e-12,
    ...ode,
    size: (y) => Math.max(...y),
    bound: Math.max(LARGEST_LOG, ...start),
  });
  const { states, stopped, error, ...others } = settled(solution, {
    growth: living.map((k) => growth[k]),
    A: living.map((k) => living.map((q) => A[k][q])),
    times,
  });
  const largest = states.reduce((most, y) => Math.max(most, Math.exp(Math.max(...y))), 0);
  return {
    ...others,
    ...rest,
    states: states.map((y, i) => (i === 0 ? n : full(y))),
    stopped: stopped === null ? null : { at: stopped.at, why: stopped.why, state: full(stopped.state) },
    error: largest * Math.expm1(error),
  };
}

/** Of the living only. */
interface Settling {
  readonly growth: Vector;
  readonly A: Matrix;
  readonly times: readonly number[];
}

/** An unfinished flow, in ln n_k, whose last state is near a fixed point that attracts rests there at all later times. */
function settled(solution: GuardedSolution, { growth, A, times }: Settling): GuardedSolution {
  const { stopped, states } = solution;
  if (stopped === null || stopped.why !== "unfinished") return solution;
  const rest = restOf(stopped.state.map(Math.exp), growth, A);
  if (rest === null) return solution;
  const at = (t: number) =>
    rest.n.map((n, i) => (n > 0 ? Math.log(n) : stopped.state[i]! + rest.rates[i]! * (t - stopped.at)));
  const later = times.slice(states.length).map(at);
  const error = solution.error + 10 * rest.distance + 2 ** -46;
  return { ...solution, times, states: [...states, ...later], stopped: null, error, converged: true };
}
