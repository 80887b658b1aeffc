import { combine, dot } from "../../../numeric/linearAlgebra/vectors.js";
import { gaussLegendre } from "../../../numeric/quadrature/gaussLegendre.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import {
  bruteDivergence,
  bruteMember,
  dependentStatistics,
  enoughPoints,
  family,
  notation,
  rounding,
} from "./settings.js";
import { both } from "./ways.js";

const zero = integer(0);

export const definitionD2 = theorem({
  id: "grouping/definition-d-2",
  kind: "definition",
  title:
    "A Bregman divergence of a strictly convex psi is the mean curvature along the way, above 0 for different points.",
  notation: {
    ...notation,
    D: "D_psi[theta : theta']",
    I: "int_0^1 (1 - s) v.G(theta + s v)v ds, v = theta' - theta, G the Hessian of psi",
  },
  parameters: family,
  assumptions: [enoughPoints],
  claim: equation(symbol("D"), symbol("I")),
  source: paper("Definition D.2"),
  uses: ["grouping/definition-d-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "psi(theta') - psi(theta) - <eta, v>", evaluate: (values) => both(values).psi.printed },
      right: {
        name: "the integral, by Gauss-Legendre with 40 nodes",
        evaluate: (values) => {
          const v = combine(1, values.theta_2, -1, values.theta);
          const { nodes, weights } = gaussLegendre(40);
          return Array.from(nodes).reduce((sum, node, k) => {
            const s = (1 + node) / 2;
            const { covariance } = bruteMember(values, combine(1, values.theta, s, v));
            const form = dot(
              v,
              covariance.map((row) => dot(row, v)),
            );
            return sum + (weights[k]! / 2) * (1 - s) * form;
          }, 0);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "the quadrature of an analytic function over a step of length up to 3.5",
      },
    },
  ],
  printed: {
    claim: compare("Less", zero, symbol("D")),
    says: "psi is printed as convex. It must be strictly convex: with the statistics (x, 1 - x) of x = 0, 1 psi is convex, and D = 0 between theta and theta + (1, 1).",
    damaged: false,
    refutation: {
      kind: "point",
      at: {
        ...dependentStatistics,
        theta_2: [1, 1],
      },
      relation: "Less",
      left: { name: "0", evaluate: () => 0 },
      right: {
        name: "D_psi by sums of exponentials",
        evaluate: (values) => bruteDivergence(values, values.theta, values.theta_2),
      },
      tolerance: rounding,
    },
  },
});
