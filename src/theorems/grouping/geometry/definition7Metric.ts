import { largestEntry } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { familyDivergences } from "../../../theory/grouping/geometry/familyDivergences.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { bruteMember, enoughPoints, family, familyOf, notation } from "./settings.js";
import { conditioned, moved } from "./ways.js";

export const definition7Metric = theorem({
  id: "grouping/definition-7-metric",
  kind: "definition",
  title: "The metric of the neuron divergence is the Hessian of psi*, the derivative of theta by eta.",
  notation: { ...notation, g: "the Hessian of psi* at eta", J: "d theta/d eta" },
  parameters: { ...family, d: { ...family.d, max: 2 } },
  assumptions: [enoughPoints],
  claim: equation(symbol("g"), symbol("J")),
  source: paper("Definition 7"),
  uses: ["grouping/definition-d-3", "grouping/dual-metric"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the slopes of eta by differences along the columns of the Hessian of psi*",
        evaluate: (values) => {
          const made = familyOf(values);
          const [{ dualMetric }] = familyDivergences(made, values.theta, values.theta_2).members;
          const size = largestEntry(dualMetric);
          const slopes = dualMetric.flatMap((column) =>
            values.theta.map((_, i) =>
              slopeByDifferences(
                (s) => {
                  const at = values.theta.map((x, k) => x + (s * column[k]!) / size);
                  return size * bruteMember(values, at).mean[i]!;
                },
                0,
                1,
              ),
            ),
          );
          return moved(slopes, 1e-12 * size);
        },
      },
      right: {
        name: "the identity: the columns are d theta/d eta",
        evaluate: ({ theta }) => theta.flatMap((_, i) => theta.map((__, j) => Number(i === j))),
      },
      tolerance: conditioned,
    },
  ],
});
