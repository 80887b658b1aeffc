import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { winnersTakeAll as race } from "../../../theory/alignment/dynamics/winnersTakeAll.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { length, notation, positive, vector } from "./settings.js";

interface RaceValues {
  readonly n_1: number;
  readonly n_2: number;
  readonly turn: number;
  readonly w_star: Vector;
  readonly a_1: number;
  readonly a_2: number;
  readonly eps: number;
  readonly time: number;
}

/** ln(|w_1|/|w_2|) at the time; the second student starts at the angle `turn` from w*. */
function logRatio(values: RaceValues, time: number): number {
  const { n_1, n_2, turn, w_star, a_1, a_2, eps } = values;
  const u = w_star.map((x) => x / length(w_star));
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  const W = [u.map((x) => n_1 * x), [n_2 * (c * u[0]! - s * u[1]!), n_2 * (s * u[0]! + c * u[1]!)]];
  const { logRatios } = race({ W, wStar: w_star, a: [a_1, a_2] }, 0, eps, [0, time]);
  return logRatios[logRatios.length - 1]![1]!;
}

export const winnersTakeAll = theorem({
  id: "alignment/winners-take-all",
  kind: "theorem",
  title:
    "With all students exactly along w* the one that sees (1 + eps) w* outgrows the others at the rate eps |w*| for ever.",
  notation: {
    ...notation,
    L: "ln(|w_1|/|w_2|) at the time t",
    L_0: "the same at the start",
    L_1: "the same at four times t",
    M: "|w*|",
  },
  parameters: {
    n_1: positive(0.05, 2, "|w_1| at the start."),
    n_2: positive(0.05, 2, "|w_2| at the start."),
    turn: { set: "real", min: 0, max: 3, doc: "Angle of the second student to w* at the start; the claim is about 0." },
    w_star: vector("w*.", 2),
    a_1: positive(0.2, 2, "a_1."),
    a_2: positive(0.2, 2, "a_2."),
    eps: { set: "real", min: 0, max: 0.5, doc: "eps." },
    time: { set: "real", min: 0.1, max: 15, doc: "t." },
  },
  assumptions: [],
  claim: equation(symbol("L"), plus("L_0", times("eps", "M", "time"))),
  source: paper("section 5.3, Symmetry breaking; eq. (70)"),
  uses: ["alignment/theorem-7"],
  proof: {
    kind: "open",
    reason: "Along w* h_1 - h_2 = eps |w*| at all times, integrated by Theorem 7; steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "ln(|w_1|/|w_2|) by solving the differential equation, both along w*",
        evaluate: (values) => logRatio({ ...values, turn: 0 }, values.time),
      },
      right: {
        name: "ln of the ratio at the start + eps |w*| t",
        evaluate: (values) => Math.log(values.n_1 / values.n_2) + values.eps * length(values.w_star) * values.time,
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "norms are solved in their logarithms, to 1e-12 a step" },
      cases: { count: 40, why: "a flow takes 20 ms" },
    },
  ],
  printed: {
    claim: compare("Less", symbol("L"), symbol("L_1")),
    says: "'|w_1|/|w_2| grows exponentially' for any angles: unless all are along w* it is a transient, the loser turns to -w* and the ratio falls again.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { n_1: 0.3, n_2: 0.2, turn: 1, w_star: [1, 0.5], a_1: 0.6, a_2: 1, eps: 0.2, time: 15 },
      relation: "Less",
      left: { name: "the log ratio at t = 15", evaluate: (values) => logRatio(values, values.time) },
      right: { name: "at t = 60", evaluate: (values) => logRatio(values, 4 * values.time) },
      tolerance: { unit: "abs", limit: 1e-6, why: "flows to 1e-11 a step" },
    },
  },
});
