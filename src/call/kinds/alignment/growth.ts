import * as z from "zod";
import { growthFlow } from "../../../theory/alignment/dynamics/growthFlow.js";
import { kind } from "../../kind.js";
import { matrix, number, real, realRows, reals, vector } from "../../schemas.js";
import { logRatio, reachedState, solverFields, solverNote, timesTo } from "./reached.js";

export const growth = kind({
  name: "growth",
  area: "alignment",
  doc: "several students of one teacher direction: dw_k/dt = |w_k| (w* - sum a_q w_q + eps_k w*) (Sec. 5.3)",
  inputs: z.strictObject({
    W0: matrix.describe("Students at time 0, a row each; none is zero."),
    w_star: vector,
    a: vector.describe("One a student."),
    t: number.min(0),
    eps_bump: vector.optional().describe("eps_k, one a student; default zeros."),
  }),
  result: z.object({
    W_t: realRows.describe("Students at time t."),
    log_norm_ratio_01: real.nullable().describe("ln(|w_0|/|w_1|) at t; null for a single student."),
    h: reals.describe("d ln|w_k|/dt at t."),
    angle_to_wstar_deg: reals.describe("Degrees."),
    ...solverFields,
  }),
  example: {
    W0: [
      [0.1, 0.2],
      [0.05, 0],
    ],
    w_star: [1, 1],
    a: [1, 0.5],
    t: 1,
  },
  names: { W: "W0", wStar: "w_star", bumps: "eps_bump", times: "t" },
  infinities: true,
  compute({ W0, w_star, a, t, eps_bump }) {
    const problem = { W: W0, wStar: w_star, a, ...(eps_bump === undefined ? {} : { bumps: eps_bump }) };
    const { states, stopped, ...how } = growthFlow(problem, timesTo(t));
    const { W, norms, h, angles } = reachedState(t, states, stopped);
    return {
      W_t: W,
      log_norm_ratio_01: logRatio(norms[0], norms[1]),
      h,
      angle_to_wstar_deg: angles.map((angle) => (angle * 180) / Math.PI),
      ...solverNote(how),
    };
  },
});
