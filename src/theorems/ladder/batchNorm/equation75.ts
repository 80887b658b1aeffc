import { over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { batch, gain, jacobianRounding, offset, output } from "./settings.js";

export const equation75 = theorem({
  id: "ladder/equation-75",
  kind: "formula",
  title: "Batch norm of a vector is its centring projection over the root mean square of that projection.",
  notation: { b: "BN(f)", h: "P f, P = I - 1 1^T/N", u: "||P f||_uni = |P f| / sqrt(N)" },
  parameters: { ...batch, c_1: gain, c_0: offset },
  assumptions: [],
  claim: equation(symbol("b"), plus(times("c_1", over("h", "u")), "c_0")),
  source: paper("Eqn 74, Eqn 75"),
  uses: ["ladder/equation-10", "ladder/equation-74"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: output,
      right: {
        name: "the matrix P times f, over its norm",
        evaluate: ({ N, f, c_1, c_0 }) => {
          const h = f.map((_, i) => f.reduce((sum, value, j) => sum + (Number(i === j) - 1 / N) * value, 0));
          const u = Math.hypot(...h) / Math.sqrt(N);
          return h.map((value) => (c_1 * value) / u + c_0);
        },
      },
      tolerance: jacobianRounding,
    },
  ],
});
