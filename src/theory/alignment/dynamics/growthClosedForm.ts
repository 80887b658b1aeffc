import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { combine, dot, norm, unit, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertGrowth, type GrowthProblem, growthResidues } from "./growthProblem.js";

export interface GrowthClosedForm {
  /** w_k at the time. */
  readonly W: Matrix;
  /** The common residue's length there; its direction never changes. */
  readonly residue: number;
}

/**
 * The exact solution of dw_k/dt = |w_k| r, r = w* - sum_q a_q w_q. The residue keeps its direction u, since dr/dt = -(sum_q a_q |w_q|) r, so
 * every w_k moves along u only, and in tau = int |r| dt its part along u and its length rotate hyperbolically:
 *
 *   w_k(t) = w_k(0) + [x_k (cosh tau - 1) + n_k sinh tau] u,   x_k = u.w_k(0),  n_k = |w_k(0)|,
 *   e^tau = [kappa + (N + R) T] / [kappa + (N - R) T],   T = tanh(kappa t / 2),   kappa^2 = R^2 + 2 R X + N^2,
 *   R = |r(0)|,  N = sum_q a_q n_q,  X = sum_q a_q x_q.
 *
 * Consequences: sum_q a_q w_q tends to w*; the part of w_k across r(0) never changes. So w_k does not turn to w*, only up to a rest that
 * is as small as the initial weights. Weights that all point exactly against r(0) never turn: they shrink to 0.
 *
 * Source: the toy of section 5.3 of the alignment paper; the solution is ours.
 * Domain: t >= 0 or Infinity; a_q >= 0; bumps all equal (they stretch w*). Accuracy: rounding, relative 1e-14.
 * @throws TheoryError "domain".
 */
export function growthClosedForm(problem: GrowthProblem, t: number): GrowthClosedForm {
  assertGrowth(problem);
  const { W, a, bumps } = problem;
  if (!(t >= 0)) throw domainError("t", t, "at least 0", "Start from the later state.");
  const negative = a.find((entry) => entry < 0);
  if (negative !== undefined) throw domainError("a", negative, "at least 0", "Use growthFlow: norms may blow up.");
  if (bumps?.some((bump) => bump !== bumps[0])) {
    throw domainError("bumps", `[${bumps.join(", ")}]`, "all equal", "Use growthFlow.");
  }
  const start = growthResidues(problem)[0];
  const [R, u] = [norm(start), unit(start)];
  const lengths = W.map(norm);
  const along = W.map((w) => dot(w, u));
  // n + x, which cancels where w points against u
  const ahead = W.map((w, k) => (along[k] > 0 ? lengths[k] + along[k] : squareAcross(w, u) / (lengths[k] - along[k])));
  const [N, sum] = [dot(a, lengths), dot(a, ahead)];
  const grown = growthFactor(R, N, sum, t);
  if (grown === Number.POSITIVE_INFINITY && ahead.some((entry) => entry > 0)) {
    throw domainError("t", t, "finite where no a_q is above 0", "Norms grow without bound.");
  }
  const moves = W.map((_, k) => {
    const back = (lengths[k] - along[k]) * (1 - 1 / (1 + grown));
    return (ahead[k] === 0 ? back : ahead[k] * grown + back) / 2;
  });
  return {
    W: W.map((w, k) => combine(1, w, moves[k], u)),
    residue: Math.max(0, R - dot(a, moves)),
  };
}

const squareAcross = (w: Vector, u: Vector): number => {
  const across = combine(1, w, -dot(w, u), u);
  return dot(across, across);
};

/** e^tau - 1; `sum` is N + X. */
function growthFactor(R: number, N: number, sum: number, t: number): number {
  const kappa = Math.sqrt((R - N) ** 2 + 2 * R * sum);
  if (kappa * t < 1e-8 || kappa === 0) return (R * t) / (1 + ((N - R) * t) / 2);
  const T = Math.tanh((kappa * t) / 2);
  const late = 2 / (1 + Math.exp(kappa * t));
  // kappa - (R - N) T without cancellation
  const below = R > N ? kappa * late + (T * 2 * R * sum) / (kappa + R - N) : kappa + (N - R) * T;
  return (2 * R * T) / below;
}
