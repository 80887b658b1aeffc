import { over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import {
  epsilonNetwork,
  epsilonNotation,
  epsilonParameters,
  fixedPointOf,
  meansAt,
  meansFor,
} from "../ways/epsilonNetworks.js";

const claim = equation(symbol("kappa_G"), over(times("w", symbol("e")), times(2, "mu")));

export const epsilonForwardG = theorem({
  id: "batchnorm/epsilon-forward-g",
  kind: "formula",
  title: "With epsilon the forward eigenvalue on span(G) is not zero",
  notation: {
    ...epsilonNotation,
    kappa_G: "the forward eigenvalue on span(G)",
    e: "E[(r^2 - B + 1)(psi(s z1)^2 - psi(s z1) psi(s z2))]",
  },
  parameters: epsilonParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem B.68, item 1; this form is ours" }],
  uses: ["batchnorm/epsilon-fixed-point"],
  proof: {
    kind: "open",
    reason: "The score of a Gaussian in the direction G is (r^2 - n)/2; the steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the eigenvalue by the library's radial route",
        evaluate: (values) => epsilonNetwork(values).forward.G,
      },
      right: {
        name: "the right side at the fixed point, by a radial rule around a product rule",
        evaluate: (values) => values.w * meansAt(values).slope,
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "28 to 40 radii, 2e-9 at worst" },
      cases: { count: 6, why: "28 radii times 10000 nodes take 100 ms" },
    },
    {
      kind: "routes",
      left: {
        name: "the eigenvalue by the library's radial route",
        evaluate: (values) => epsilonNetwork(values).forward.G,
      },
      right: {
        name: "differences of the map of mu at the fixed point",
        evaluate(values) {
          const mu = fixedPointOf(values);
          const map = (at: number) => values.w * meansFor(values, at).gap;
          const slope = (step: number) => (map(mu + step) - map(mu - step)) / (2 * step);
          return (4 * slope(0.01 * mu) - slope(0.02 * mu)) / 3;
        },
      },
      tolerance: { unit: "abs", limit: 2e-8, why: "fourth order in a step of 1/100; 28 to 40 radii" },
      cases: { count: 2, why: "four radial rules take 400 ms" },
    },
  ],
});
