import { assertInteger, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import type { OdeOptions } from "../../../numeric/ode.js";
import { guardedFlow } from "./guardedFlow.js";
import { interiorFixedPoint } from "./interiorFixedPoint.js";

export interface LotkaVolterra {
  /** The given times that were reached. */
  readonly times: readonly number[];
  /** n_k, one list a time; 0 stays 0. */
  readonly states: readonly Vector[];
  /** A^-1 g, where all growth rates vanish; null where A is singular. It is a state only if no entry is negative. */
  readonly interiorFixedPoint: Vector | null;
  readonly stopped: { readonly at: number; readonly state: Vector; readonly why: "diverging" | "unfinished" } | null;
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
 * Domain: n_k >= 0, finite g and A (species x species). Norms above e^230 = 1e100 stop the flow ("diverging"). Accuracy: `error`; relative to
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
    bound: Math.max(230, ...start.map((y) => y + 1)),
  });
  const { states, stopped, error, ...others } = solution;
  const largest = states.reduce((most, y) => Math.max(most, Math.exp(Math.max(...y))), 0);
  return {
    ...others,
    ...rest,
    states: states.map((y, i) => (i === 0 ? n : full(y))),
    stopped: stopped === null ? null : { at: stopped.at, why: stopped.why, state: full(stopped.state) },
    error: largest * Math.expm1(error),
  };
}
