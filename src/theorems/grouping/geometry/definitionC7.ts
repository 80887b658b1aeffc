import { gaussLegendre } from "../../../numeric/quadrature/gaussLegendre.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { exponentialFamily } from "../../../theory/grouping/geometry/exponentialFamily.js";
import { familyMoments } from "../../../theory/grouping/geometry/familyMoments.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

export const definitionC7 = theorem({
  id: "grouping/definition-c-7",
  kind: "definition",
  title: "The length between two Bernoulli laws is the same by theta as by p: 2 |asin sqrt p - asin sqrt q|.",
  notation: { l: "int sqrt(psi'') d theta from one law to the other", d: "2 |asin sqrt p - asin sqrt q|" },
  parameters: {
    s: { set: "real", min: -4, max: 4, doc: "theta of one law." },
    t: { set: "real", min: -4, max: 4, doc: "theta of the other." },
  },
  assumptions: [],
  claim: equation(symbol("l"), symbol("d")),
  source: paper("Definition C.7"),
  uses: ["grouping/definition-c-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the integral in theta, by Gauss-Legendre with 60 nodes",
        evaluate: ({ s, t }) => {
          const bernoulli = exponentialFamily([[0], [1]]);
          const { nodes, weights } = gaussLegendre(60);
          return Array.from(nodes).reduce((sum, node, k) => {
            const [[metric]] = familyMoments(bernoulli, [s + ((t - s) * (1 + node)) / 2]).fisherMetric as [[number]];
            return sum + (weights[k]! / 2) * Math.abs(t - s) * Math.sqrt(metric);
          }, 0);
        },
      },
      right: {
        name: "the angle of the square roots",
        evaluate: ({ s, t }) => {
          const angle = (theta: number) => Math.asin(1 / Math.sqrt(1 + Math.exp(-theta)));
          return 2 * Math.abs(angle(s) - angle(t));
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-11,
        why: "the quadrature of a function that is analytic within pi of the line",
      },
    },
  ],
});
