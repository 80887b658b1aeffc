import { activation } from "../../../symbolic/activation/create.js";
import { over, times } from "../../../symbolic/build.js";
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
import { explosion, logarithm } from "../ways/networks.js";

const claim = equation(symbol("lambda_G"), over(times("w", symbol("d")), "B"));

export const epsilonRate = theorem({
  id: "batchnorm/epsilon-rate",
  kind: "formula",
  title: "The explosion rate with epsilon",
  notation: {
    ...epsilonNotation,
    d: "E[S^-2 (psi'(s z1)^2 (B-1-kappa z1^2) + psi'(s z1) psi'(s z2) (1+kappa z1 z2))], kappa = 2 s^2 - s^4",
  },
  parameters: epsilonParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "section 3.2, Fig. 4; this form is ours" }],
  uses: ["batchnorm/epsilon-fixed-point", "batchnorm/rate-any-phi"],
  proof: {
    kind: "open",
    reason: "It is derived as rate-any-phi with J = D (G - s^2 x x^T)/S; the steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: { name: "the rate by the library's radial route", evaluate: (values) => epsilonNetwork(values).rate },
      right: {
        name: "the right side at the fixed point, by a radial rule around a product rule",
        evaluate: (values) => values.w * meansAt(values).rate,
      },
      tolerance: { unit: "rel", limit: 1e-7, why: "28 to 40 radii" },
      cases: { count: 6, why: "28 radii times 10000 nodes take 100 ms" },
    },
    ...epsilonReferences("rate"),
    {
      kind: "simulation",
      name: "growth of the squared gradient a layer with epsilon, E log",
      at: [
        { B: 8, phi: "tanh", epsilon: 0.1, w: 1.5 },
        { B: 8, phi: "sigmoid", epsilon: 0.01, w: 1 },
      ],
      experiment(values) {
        const { B, phi, epsilon, w } = values;
        // inputs at the fixed point: epsilon sees their scale
        const mu = epsilonNetwork(values).fixedPoint.mu.value;
        const input = Array.from({ length: B }, (_, i) => Array.from({ length: B }, (_, j) => (i === j ? mu : 0)));
        return explosion({ activation: activation(phi), batch: B, depth: 13, epsilon, weightVariance: w, input });
      },
      predict: (values) => logarithm(epsilonNetwork(values).rate),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.006,
      budget: { quick: 800, full: 800 },
    },
  ],
});
