import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { independentCoupling, maximalCoupling } from "../../../theory/grouping/probability/coupling.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomLaw, range, streamOf } from "../ways/randomSpaces.js";

export const couplingDefinition = theorem({
  id: "grouping/definition-a-2",
  kind: "definition",
  title:
    "A coupling is a law of pairs with the given marginals; the independent and the maximal one are couplings of any two laws.",
  notation: { mu_i: "the marginals of the coupling", p_i: "the two laws" },
  parameters: {
    m: size(1, 7, "States."),
    kind: { set: "choice", of: ["independent", "maximal"], doc: "Which coupling." },
    seed,
  },
  assumptions: [],
  claim: equation(symbol("mu_i"), symbol("p_i")),
  source: paper("Definition A.2"),
  uses: ["grouping/definition-a-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "row and column sums",
        evaluate: ({ m, kind, seed: own }) => {
          const stream = streamOf(own, 5);
          const [p, q] = [randomLaw(stream, m), randomLaw(stream, m)];
          const { joint } = kind === "maximal" ? maximalCoupling(p, q) : independentCoupling(p, q);
          const rows = joint.map((row) => row.reduce((sum, weight) => sum + weight, 0));
          return [...rows, ...range(m).map((j) => joint.reduce((sum, row) => sum + row[j]!, 0))];
        },
      },
      right: {
        name: "the two laws",
        evaluate: ({ m, seed: own }) => {
          const stream = streamOf(own, 5);
          return [...randomLaw(stream, m), ...randomLaw(stream, m)];
        },
      },
      tolerance: rounding,
    },
  ],
});
