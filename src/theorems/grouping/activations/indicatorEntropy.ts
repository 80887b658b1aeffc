import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { derivedActivations } from "../../../theory/grouping/activations/derivedActivations.js";
import { indicatorLaw } from "../../../theory/grouping/activations/indicatorLaw.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { notation, rounding, units } from "./settings.js";

export const indicatorEntropy = theorem({
  id: "grouping/indicator-entropy",
  kind: "formula",
  title: "The entropy of nu on {0,1}^n is the sum of the units' entropies, softplus(-|a|) + |a| sigmoid(-|a|).",
  notation: { ...notation, H: "- sum nu log nu, nats", S: "the sum over the units" },
  parameters: units,
  assumptions: [],
  claim: equation(symbol("H"), symbol("S")),
  source: paper("Definition 5"),
  uses: ["grouping/units-independent"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "- sum p log p of the law on {0,1}^n",
        evaluate: ({ a }) => indicatorLaw(a).probabilities.reduce((sum, p) => sum - p * Math.log(p), 0),
      },
      right: { name: "the sum over the units", evaluate: ({ a }) => derivedActivations(a).entropy },
      tolerance: rounding,
    },
  ],
});
