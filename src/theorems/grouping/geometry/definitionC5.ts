import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { familyMoments } from "../../../theory/grouping/geometry/familyMoments.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { bruteMember, differences, enoughPoints, family, familyOf, notation } from "./settings.js";

export const definitionC5 = theorem({
  id: "grouping/definition-c-5",
  kind: "definition",
  title:
    "Theta and eta are charts of an exponential family: the change from one to the other has the Fisher metric as its Jacobian.",
  notation: { ...notation, J: "d eta/d theta", G: "the covariance of g" },
  parameters: family,
  assumptions: [enoughPoints],
  claim: equation(symbol("J"), symbol("G")),
  source: paper("Definition C.5"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mean of g by sums of exponentials, differentiated by differences",
        evaluate: (values) =>
          values.theta.flatMap((_, i) =>
            values.theta.map((x, j) =>
              slopeByDifferences(
                (at) =>
                  bruteMember(
                    values,
                    values.theta.map((y, k) => (k === j ? at : y)),
                  ).mean[i]!,
                x,
                0.5,
              ),
            ),
          ),
      },
      right: {
        name: "the Fisher metric",
        evaluate: (values) => familyMoments(familyOf(values), values.theta).fisherMetric.flat(),
      },
      tolerance: { ...differences, unit: "abs" },
    },
  ],
});
