import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { familyMoments } from "../../../theory/grouping/geometry/familyMoments.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteMember, dependentStatistics, enoughPoints, family, familyOf, notation, rounding } from "./settings.js";

const zero = integer(0);

export const definitionD5Independence = theorem({
  id: "grouping/definition-d-5-independence",
  kind: "definition",
  title: "psi is strictly convex where 1 and the statistics are linearly independent on the points.",
  notation: { ...notation, lambda: "the least eigenvalue of the Hessian of psi" },
  parameters: family,
  assumptions: [enoughPoints],
  claim: compare("Less", zero, symbol("lambda")),
  source: paper("Definition D.5"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "Less",
      left: { name: "0", evaluate: () => 0 },
      right: {
        name: "least eigenvalue of the Fisher metric of a family that is not refused as singular",
        evaluate: (values) => {
          const { fisherMetric } = familyMoments(familyOf(values), values.theta);
          return symmetricEigenvalues(Float64Array.from(fisherMetric.flat()), fisherMetric.length)[0]!;
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-17,
        why: "rounding of eigenvalues; families within 1e-10 of singular are refused",
      },
    },
  ],
  printed: {
    claim: compare("Less", zero, symbol("lambda")),
    says: "Only the statistics are printed as linearly independent. (x, 1 - x) are, but 1 is their sum: psi is linear along (1, 1), and all theta + c (1, 1) are one law.",
    damaged: false,
    refutation: {
      kind: "point",
      at: {
        ...dependentStatistics,
        theta_2: [0, 0],
      },
      relation: "Less",
      left: { name: "0", evaluate: () => 0 },
      right: {
        name: "least eigenvalue of the covariance, by sums of exponentials",
        evaluate: (values) =>
          symmetricEigenvalues(Float64Array.from(bruteMember(values, values.theta).covariance.flat()), 2)[0]!,
      },
      tolerance: rounding,
    },
  },
});
