import { largestEntry } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteMember, enoughPoints, family, notation } from "./settings.js";
import { both, conditioned, moved } from "./ways.js";

export const dualMetric = theorem({
  id: "grouping/dual-metric",
  kind: "formula",
  title: "The Hessians of psi and psi* are inverse to each other: the Fisher metric in the two coordinate systems.",
  notation: {
    ...notation,
    g: "an entry of the Fisher metric times the dual metric",
    delta: "1 on the diagonal, else 0",
  },
  parameters: family,
  assumptions: [enoughPoints],
  claim: equation(symbol("g"), symbol("delta")),
  source: paper("Definitions 7 and D.5"),
  uses: ["grouping/definition-d-3", "grouping/definition-d-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "covariance of g, by sums of exponentials, times the Hessian of psi*",
        evaluate: (values) => {
          const { covariance } = bruteMember(values, values.theta);
          const [{ dualMetric: dual }] = both(values).members;
          const products = covariance.flatMap((row) =>
            dual.map((_, j) => row.reduce((sum, x, k) => sum + x * dual[k]![j]!, 0)),
          );
          return moved(products, 1e-14 * largestEntry(dual) * largestEntry(covariance));
        },
      },
      right: {
        name: "the identity",
        evaluate: ({ theta }) => theta.flatMap((_, i) => theta.map((__, j) => Number(i === j))),
      },
      tolerance: conditioned,
    },
  ],
});
