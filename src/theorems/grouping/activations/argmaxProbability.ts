import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { derivedActivations } from "../../../theory/grouping/activations/derivedActivations.js";
import { indicatorLaw } from "../../../theory/grouping/activations/indicatorLaw.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { notation, rounding, units } from "./settings.js";

export const argmaxProbability = theorem({
  id: "grouping/argmax-probability",
  kind: "formula",
  title: "The most likely state of {0,1}^n has the probability prod sigmoid(|a_i|).",
  notation: { ...notation, P_max: "the largest nu of a state", S: "the product of 1/(1 + exp(-|a_i|))" },
  parameters: units,
  assumptions: [],
  claim: equation(symbol("P_max"), symbol("S")),
  source: paper("Definition 5"),
  uses: ["grouping/most-likely-value", "grouping/units-independent"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "largest entry of the law on {0,1}^n",
        evaluate: ({ a }) => Math.max(...indicatorLaw(a).probabilities),
      },
      right: { name: "the product", evaluate: ({ a }) => derivedActivations(a).probabilityOfMostLikely },
      tolerance: rounding,
    },
  ],
});
