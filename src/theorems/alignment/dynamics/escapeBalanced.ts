import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { angleAt } from "../../../theory/alignment/dynamics/angleAt.js";
import { populationFlow } from "../../../theory/alignment/population/populationFlow.js";
import { theorem } from "../../theorem.js";
import { positive } from "./settings.js";

export const escapeBalanced = theorem({
  id: "alignment/escape-balanced",
  kind: "theorem",
  title:
    "One student with balanced layers has exactly the angle of eq. (10) under gradient flow of both layers, whatever its norm does.",
  notation: { theta: "the angle by gradient flow", t: "the angle by eq. (10) with alpha = v* |w*|" },
  parameters: {
    t0: { set: "real", min: 0.1, max: 3.1, doc: "Angle at the start, radians." },
    N: positive(0.2, 2, "|w| = |v| at the start."),
    N_star: positive(0.2, 2, "|w*|."),
    v_star: positive(0.2, 2, "v*, one output."),
    time: { set: "real", min: 0.1, max: 20, doc: "Time." },
  },
  assumptions: [],
  claim: equation(symbol("theta"), symbol("t")),
  source: [{ key: "tian2020alignment", at: "eq. (10); when it is exact is ours" }],
  uses: ["alignment/equation-10", "alignment/equation-8-balanced"],
  proof: { kind: "open", reason: "|v|/|w| = 1 cancels in the rate of the angle; steps are not written out." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the angle by gradient flow of both layers",
        evaluate: ({ t0, N, N_star, v_star, time }) => {
          const student = { W: [[N * Math.cos(t0), N * Math.sin(t0)]], V: [[N]] };
          const teacher = { W: [[N_star, 0]], V: [[v_star]] };
          const { states, error, converged } = populationFlow(student, teacher, [0, time]);
          const { angles, norms } = states[states.length - 1]!;
          return { value: angles[0]![0]!, error: (2 * error) / norms[0]!, method: "ODE", evals: 0, converged };
        },
      },
      right: {
        name: "eq. (10) solved",
        evaluate: ({ t0, N_star, v_star, time }) => angleAt(t0, v_star * N_star, time),
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "the flow is solved to 1e-10 a step" },
      cases: { count: 60, why: "a flow takes 20 ms" },
    },
  ],
});
