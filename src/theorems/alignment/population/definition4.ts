import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { planeMean } from "./planeMean.js";

const real = (doc: string) => ({ set: "real", min: -2, max: 2, doc }) as const;

export const definition4 = theorem({
  id: "alignment/definition-4",
  kind: "definition",
  title:
    "A teacher node is strong when |v*_j| is large, its weight having length 1: the product |w*_j||v*_j| in general.",
  notation: {
    sigma_j: "the strength of teacher j",
    N_j: "|w*_j|",
    F_j: "|v*_j|",
  },
  parameters: {
    C: { set: "integer", min: 1, max: 4, doc: "Outputs." },
    a: real("First entry of w*_j."),
    b: real("Second entry of w*_j."),
    v: { set: "vector", length: "C", min: -2, max: 2, doc: "v*_j." },
  },
  assumptions: [],
  claim: equation(symbol("sigma_j"), times("N_j", "F_j")),
  source: paper("Definition 4"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "|w*_j||v*_j|", evaluate: ({ a, b, v }) => Math.hypot(a, b) * Math.hypot(...v) },
      right: {
        name: "root of twice the mean square of what the node adds to the output, by sectors",
        evaluate: ({ a, b, v }) =>
          Math.sqrt(2 * planeMean([[a, b]], (x) => [dot(v, v) * Math.max(0, dot([a, b], x)) ** 2])[0]!),
      },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of numbers up to 12" },
    },
  ],
});
