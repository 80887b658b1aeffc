import { divergenceRate, residueFlow, winnerRate } from "../../../../proofs/alignment/divergence.js";
import { over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { winnersTakeAll } from "../../../theory/alignment/dynamics/winnersTakeAll.js";
import { theorem } from "../../theorem.js";
import { notation, positive } from "./settings.js";

export const winnersDiverge = theorem({
  id: "alignment/winners-diverge",
  kind: "theorem",
  title:
    "Unless all students are along w* the loser turns to -w* and both norms grow at the rate eps |w*|/2 without bound.",
  notation: { ...notation, h: "d ln|w_k|/dt of both students in the end", M: "|w*|" },
  parameters: {
    turn: { set: "real", min: 0.3, max: 3, doc: "Angle of the loser to w* at the start, radians." },
    M: positive(0.5, 2, "|w*|."),
    a_1: positive(0.5, 2, "a_1."),
    a_2: positive(0.5, 2, "a_2."),
    eps: positive(0.2, 0.5, "eps."),
  },
  assumptions: [],
  claim: equation(symbol("h"), over(times("eps", "M"), 2)),
  source: [{ key: "tian2020alignment", at: "section 5.3, Symmetry breaking; this statement is ours" }],
  uses: ["alignment/winners-take-all"],
  proof: { kind: "steps", file: "proofs/alignment/divergence.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [divergenceRate, residueFlow, winnerRate],
      because: "they take the loser at -w*: the residue rests, and both norms then grow at this rate",
    },
    {
      kind: "routes",
      left: {
        name: "growth rates over eps |w*|/2, and the cosine of the loser to w*, where the flow is stopped",
        evaluate: ({ turn, M, a_1, a_2, eps }) => {
          const W = [
            [0.1 * M, 0],
            [0.1 * M * Math.cos(turn), 0.1 * M * Math.sin(turn)],
          ];
          const problem = { W, wStar: [M, 0], a: [a_1, a_2] };
          const options = { tolerance: 1e-8, largest: (100 * M) / Math.min(a_1, a_2) };
          const { flow, divergenceRate } = winnersTakeAll(problem, 0, eps, [0, 2000 / (eps * M)], options);
          const { h, angles } = flow.stopped!.state;
          return [h[0]! / divergenceRate, h[1]! / divergenceRate, Math.cos(angles[1]!)];
        },
      },
      right: { name: "1, 1 and -1", evaluate: () => [1, 1, -1] },
      tolerance: {
        unit: "abs",
        limit: 0.02,
        why: "the rate is off by |w*|/(4 a |w|), and the flow is stopped where |w| is a hundred times |w*|/a",
      },
      cases: { count: 12, why: "a stiff flow takes 100 ms" },
    },
  ],
});
