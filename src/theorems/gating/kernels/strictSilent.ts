import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { enumeratedOverlap, overlapKernel } from "../../../theory/gating/kernels/overlapKernel.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { biases, choice, counted, networkSizes } from "../ways/parameters.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const strictSilent = theorem({
  id: "gating/overlap-strict-gates",
  kind: "remark",
  title: "With gates at > 0 points share at most as many paths as with gates at >= 0.",
  notation: { P: "the product over layers with 1(h > 0)", Lambda: "that with the gates of Eqns. 2 and 4" },
  parameters: { ...networkSizes, model: choice(["relu", "dlgn"], "The model."), biases },
  assumptions: [],
  claim: compare("LessEqual", symbol("P"), symbol("Lambda")),
  source: paper("section 3.2; this statement is ours"),
  uses: ["gating/overlap-kernel"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the product with gates at > 0",
        evaluate: ({ model, ...values }) => {
          const network = networkOf(model as "relu", values, { atZero: "closed" });
          return overlapKernel(network, [pointOf(values), pointOf(values, 1)])[0][1];
        },
      },
      right: {
        name: "path by path with gates at >= 0",
        evaluate: ({ model, ...values }) =>
          enumeratedOverlap(networkOf(model as "relu", values), pointOf(values), pointOf(values, 1)),
      },
      tolerance: counted,
    },
  ],
});
