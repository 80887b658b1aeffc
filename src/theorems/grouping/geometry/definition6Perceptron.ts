import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { compositionalFamily } from "../../../theory/grouping/geometry/compositionalFamily.js";
import { theorem } from "../../theorem.js";
import { extension } from "../activations/perceptronWays.js";
import { perceptron, statesAndWeights } from "../activations/settings.js";
import { paper } from "../paper.js";
import { rounding } from "./settings.js";

export const definition6Perceptron = theorem({
  id: "grouping/definition-6-perceptron",
  kind: "definition",
  title: "The kernel of a perceptron is compositional: f(h) = W h, g(t) = t, with counting measure for h.",
  notation: { psi: "the log-partition function of that family", Z: "E sum_h exp(h.a), of Definition 4 corrected" },
  parameters: perceptron,
  assumptions: [],
  claim: equation(symbol("psi"), call("Log", symbol("Z"))),
  source: paper("Definition 6"),
  uses: ["grouping/definition-4", "grouping/definition-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "psi of the compositional family with a row W h for every state",
        evaluate: (values) => {
          const f = statesAndWeights(values).states.map((h) => values.W.map((row) => dot(row, h)));
          return compositionalFamily(f, values.T, { mu: values.mu[0]! }).psiJoint;
        },
      },
      right: {
        name: "log Z of the grouping extension, unit by unit",
        evaluate: (values) => extension(values).corrected.logPartition,
      },
      tolerance: rounding,
    },
  ],
});
