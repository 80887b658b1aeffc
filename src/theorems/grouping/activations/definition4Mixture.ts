import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { sumOf } from "../ways/sums.js";
import { extension, mixtureByStates, point, printedByStates } from "./perceptronWays.js";
import { notation, perceptron, relative, statesAndWeights } from "./settings.js";

export const definition4Mixture = theorem({
  id: "grouping/definition-4-mixture",
  kind: "definition",
  title:
    "With counting measure for the indicators, the density of t is the sum over h of that of (t, h), as Definition 2 asks.",
  notation: { ...notation, q_t: "the density of t with respect to mu", M_t: "sum_h of the density of (t, h)" },
  parameters: perceptron,
  assumptions: [],
  claim: equation(symbol("q_t"), symbol("M_t")),
  source: paper("Definition 4"),
  uses: ["grouping/definition-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the density of t, unit by unit", evaluate: (values) => extension(values).corrected.density },
      right: {
        name: "the sum over the states, over its mean under mu",
        evaluate: (values) => {
          const sums = statesAndWeights(values).weights.map(sumOf);
          const Z = sumOf(sums.map((sum, t) => sum * values.mu[0]![t]!));
          return sums.map((sum) => sum / Z);
        },
      },
      tolerance: relative,
    },
  ],
  printed: {
    claim: equation(symbol("q_t"), symbol("M_t")),
    says: "q~(t) = exp(1.a)/E exp(1.a) is printed, of which the group kernel should be the mixture sum_h nu(h given t) q((t, h)) = q~(t): the two differ.",
    damaged: false,
    refutation: {
      kind: "point",
      at: point,
      left: { name: "q~ as printed", evaluate: printedByStates },
      right: { name: "sum_h nu q", evaluate: mixtureByStates },
      tolerance: relative,
    },
  },
});
