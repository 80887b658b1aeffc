import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { networkRisk } from "../../../theory/landscape/hessian/networkRisk.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { equation3Output, readLayers } from "../ways/kronecker.js";
import { networkOf, notation, rounding, sizes } from "./settings.js";

export const equation3 = theorem({
  id: "landscape/equation-3",
  kind: "definition",
  title: "A ReLU network with one output is x^T W_1 D_1 W_2 D_2 ... alpha with its gates on diagonals.",
  notation: { ...notation, P: "prod_(i < L) W_i dg(h_i), i ascending, h_i the gates 0 and 1" },
  parameters: sizes,
  assumptions: [],
  claim: equation(symbol("T"), times("x^T", "P", "alpha")),
  source: paper("eq. (3)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "forward pass", evaluate: (values) => networkRisk(networkOf(values)).outputs },
      right: {
        name: "the product of matrices as printed",
        evaluate: (values) => {
          const problem = networkOf(values);
          return problem.X.map((_, sample) => equation3Output(readLayers(problem, sample)));
        },
      },
      tolerance: rounding,
    },
  ],
});
