import { assertInteger } from "../../../numeric/domain.js";
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, finite } from "../../../numeric/shape.js";
import { weightAngle } from "../population/weightAngle.js";
import { growthShape } from "../shapes.js";
import { type GrowthFlow, type GrowthFlowOptions, growthFlow } from "./growthFlow.js";
import type { GrowthProblem } from "./growthProblem.js";

export interface WinnersTakeAll {
  readonly flow: GrowthFlow;
  /** ln(|w_winner| / |w_k|) at each time, times x nodes; 0 for the winner itself. */
  readonly logRatios: readonly (readonly number[])[];
  /** All nodes are along w* to within 1e-12 radians: only then the ratios grow for ever. */
  readonly aligned: boolean;
  /** d/dt ln(|w_winner| / |w_k|) for aligned nodes: eps |w*|. */
  readonly alignedRate: number;
  /** d/dt ln|w_k| of every node in the end when they are not: eps |w*| / 2. */
  readonly divergenceRate: number;
}

/**
 * One node, the winner, sees a slightly stronger teacher: r_winner = r + eps w*.
 *
 * The paper concludes from eq. (70) that |w_winner| / |w_k| grows exponentially. That is exact if every w_k is along w* (rate eps |w*|). Otherwise it
 * is a transient: the others shrink, turn to -w*, and then all norms grow at rate eps |w*| / 2 with a bounded ratio.
 *
 * Domain and errors: as growthFlow; eps > 0 is not required. Source: section 5.3, eq. (70) of the alignment paper.
 */
export function winnersTakeAll(
  problem: Omit<GrowthProblem, "bumps">,
  winner: number,
  eps: number,
  times: readonly number[],
  options: GrowthFlowOptions = {},
): WinnersTakeAll {
  assertShapes({ problem: growthShape, eps: finite }, { problem, eps });
  assertInteger("winner", winner, 0, problem.W.length - 1);
  const bumps = problem.W.map((_, k) => (k === winner ? eps : 0));
  const flow = growthFlow({ ...problem, bumps }, times, options);
  const pull = eps * norm(problem.wStar);
  return {
    flow,
    logRatios: flow.states.map(({ norms }) => norms.map((length) => Math.log(norms[winner] / length))),
    aligned: problem.W.every((w) => weightAngle(w, problem.wStar).angle < 1e-12),
    alignedRate: pull,
    divergenceRate: pull / 2,
  };
}
