import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot, unit, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { weightAngle } from "../population/weightAngle.js";
import { assertGrowth, type GrowthProblem } from "./growthProblem.js";

/** Coefficients of dn_k/dt = n_k (g_k - (A n)_k). */
export interface Competition {
  readonly growth: Vector;
  readonly A: Matrix;
}

/**
 * The Lotka-Volterra equations that the norms n_k = |w_k| of the toy obey while directions stand still:
 *
 *   g_k = (1 + eps_k) u_k.w*,   A_kq = a_q u_k.u_q,   u_k = w_k / |w_k|.
 *
 * At every moment d|w_k|/dt = n_k (g_k - (A n)_k) with the directions of that moment, exactly.
 * Source: section 5.3 of the alignment paper; the coefficients are ours. @throws TheoryError "domain" as growthFlow.
 */
export function frozenCompetition(problem: GrowthProblem): Competition {
  assertGrowth(problem);
  const { W, wStar, a, bumps } = problem;
  const units = W.map(unit);
  return {
    growth: units.map((u, k) => (1 + (bumps?.[k] ?? 0)) * dot(u, wStar)),
    A: W.map((w, k) => W.map((other, q) => a[q] * (k === q ? 1 : weightAngle(w, other).cosine))),
  };
}
