import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import {
  epsilonNetwork,
  epsilonNotation,
  epsilonParameters,
  epsilonReferences,
  meansAt,
} from "../ways/epsilonNetworks.js";

const claim = equation(symbol("mu"), times("w", symbol("g")));

export const epsilonFixedPoint = theorem({
  id: "batchnorm/epsilon-fixed-point",
  kind: "formula",
  title: "With epsilon the fixed point solves an equation in mu",
  notation: {
    ...epsilonNotation,
    g: "E[psi(s z1)^2 - psi(s z1) psi(s z2)], which depends on mu through s",
  },
  parameters: epsilonParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "eq. (9); this form is ours" }],
  uses: [],
  proof: {
    kind: "open",
    reason: "The law of r and the score of a Gaussian give it in a few lines that are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the fixed point by the library's radial route",
        evaluate: (values) => epsilonNetwork(values).fixedPoint.mu,
      },
      right: {
        name: "the right side there, by a radial rule around a product rule",
        evaluate: (values) => values.w * meansAt(values).gap,
      },
      tolerance: { unit: "rel", limit: 1e-8, why: "28 to 40 radii" },
      cases: { count: 6, why: "28 radii times 10000 nodes take 100 ms" },
    },
    ...epsilonReferences("mu"),
  ],
});
