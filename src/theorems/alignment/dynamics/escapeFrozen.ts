import { over, power } from "../../../symbolic/build.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { populationFlow } from "../../../theory/alignment/population/populationFlow.js";
import { theorem } from "../../theorem.js";
import { frozenEscapeTime } from "./frozenEscape.js";
import { positive } from "./settings.js";

export const escapeFrozen = theorem({
  id: "alignment/escape-frozen",
  kind: "theorem",
  title:
    "With a frozen fan-out a student leaves the angle pi - eps in the time (2/|v|^2) ln(1/eps) + O(1), for its norm shrinks meanwhile.",
  notation: { R: "the limit of the time over ln(1/eps) as eps tends to 0", v: "the fan-out, one output" },
  parameters: {
    v: positive(0.5, 2, "v, one output."),
    N: positive(0.5, 2, "|w| at the start."),
  },
  assumptions: [],
  claim: equation(symbol("R"), over(integer(2), power("v", 2))),
  source: [{ key: "tian2020alignment", at: "section 5.3, below eq. (10); this statement is ours" }],
  uses: ["alignment/slow-escape"],
  proof: {
    kind: "open",
    reason:
      "Near pi the norm shrinks like exp(-v^2 t/2) and the angle's rate is its inverse; steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "v^2 times the difference of the times from 1e-7 and 1e-5, over ln 100",
        evaluate: ({ v, N }) => (v * v * (frozenEscapeTime(1e-7, v, N) - frozenEscapeTime(1e-5, v, N))) / Math.log(100),
      },
      right: { name: "2", evaluate: () => 2 },
      tolerance: {
        unit: "abs",
        limit: 1e-4,
        why: "the next term of the expansion is of the order eps ln(1/eps), here 1e-4 at the most",
      },
      cases: { count: 12, why: "two stiff flows take up to 200 ms" },
    },
    {
      kind: "routes",
      left: {
        name: "the angle at that time by the flow of W alone",
        evaluate: ({ v, N }) => {
          const eps = 0.02;
          const student = { W: [[-N * Math.cos(eps), N * Math.sin(eps)]], V: [[v]] };
          const teacher = { W: [[1, 0]], V: [[1]] };
          const { states } = populationFlow(student, teacher, [0, frozenEscapeTime(eps, v, N)], {
            train: "W",
            tolerance: 1e-12,
          });
          return states[1]!.angles[0]![0]!;
        },
      },
      right: { name: "pi/2", evaluate: () => Math.PI / 2 },
      tolerance: {
        unit: "abs",
        limit: 1e-7,
        why: "weights that are solved to 1e-12 a step shrink to a hundredth of their length, and the time is known to 1e-10 a step",
      },
      cases: { count: 12, why: "two flows take up to 100 ms" },
    },
  ],
});
