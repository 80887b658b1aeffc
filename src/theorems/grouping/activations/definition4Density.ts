import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { sumOf } from "../ways/sums.js";
import { extension, point } from "./perceptronWays.js";
import { notation, perceptron, rounding } from "./settings.js";

export const definition4Density = theorem({
  id: "grouping/definition-4-density",
  kind: "definition",
  title: "q~ is a density on t with respect to mu: it has mean 1 under mu, and is no probability kernel given t.",
  notation: { ...notation, E_q: "the mean of q~(t) under mu", q_t: "q~ at one t" },
  parameters: perceptron,
  assumptions: [],
  claim: equation(symbol("E_q"), term(1)),
  source: paper("Definition 4"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mean of q~ under mu",
        evaluate: (values) => sumOf(extension(values).printedDensity.map((q, t) => q * values.mu[0]![t]!)),
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("q_t"), term(1)),
    says: "Q~(T, H~) is a probability kernel in Definition 2: a total mass of 1 for every t. In Definition 4 it does not depend on the coupled element h~, and at one t it is not 1.",
    damaged: false,
    refutation: {
      kind: "point",
      at: point,
      left: { name: "the total mass at the first point", evaluate: (values) => extension(values).printedDensity[0]! },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  },
});
