import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { sumOf } from "../ways/sums.js";
import { composition, familyOfComposition } from "./composition.js";
import { notation, rounding } from "./settings.js";

export const definition6 = theorem({
  id: "grouping/definition-6",
  kind: "definition",
  title: "A compositional exponential family is a law of (h, x), and h has the law nu(h) exp(psi_h - psi).",
  notation: { ...notation, P_h: "the probability of h", S: "the sum over x of exp(<f(h), g(x)> - psi) mu(x) nu(h)" },
  parameters: composition,
  assumptions: [],
  claim: equation(symbol("P_h"), symbol("S")),
  source: paper("Definition 6"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "psi, then P(h), by shifted sums",
        evaluate: (values) => {
          const { psiJoint, probabilities } = familyOfComposition(values);
          return [psiJoint, ...probabilities];
        },
      },
      right: {
        name: "the same by sums of exponentials as they stand",
        evaluate: ({ f, G, mu, nu }) => {
          const masses = f.map((row, h) => sumOf(G.map((g, k) => nu[h]! * mu[k]! * Math.exp(dot(row, g)))));
          const total = sumOf(masses);
          return [Math.log(total), ...masses.map((mass) => mass / total)];
        },
      },
      tolerance: rounding,
    },
  ],
});
