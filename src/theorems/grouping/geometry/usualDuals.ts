import { bernoulliMetrics, gaussianInverse } from "../../../../proofs/grouping/geometry.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteMember, notation } from "./settings.js";
import { closedFamilies, formulasAt, naturalOf, pointsOf } from "./usualPoints.js";

export const usualDuals = theorem({
  id: "grouping/usual-duals",
  kind: "formula",
  title: "The usual families' inverse maps and Legendre duals have closed forms, but for the gamma family.",
  notation: { ...notation, S: "theta(eta) and psi*(eta) in symbols", M: "theta, and <theta, eta> - psi" },
  parameters: closedFamilies,
  assumptions: [],
  claim: equation(symbol("S"), symbol("M")),
  source: paper("Definition D.3"),
  uses: ["grouping/definition-d-3", "grouping/usual-families"],
  proof: { kind: "steps", file: "proofs/grouping/geometry.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [gaussianInverse, bernoulliMetrics],
      because: "the Gaussian inverse map, and the Bernoulli metrics; the others are checked by numbers",
    },
    {
      kind: "routes",
      left: {
        name: "the formulas at the mean of g, by sums over x",
        evaluate: (values) => {
          const { mean } = bruteMember(pointsOf(values), naturalOf(values));
          const { inverse, psiStar } = formulasAt(values, mean);
          return [...inverse, psiStar];
        },
      },
      right: {
        name: "theta, and <theta, eta> - psi by sums over x",
        evaluate: (values) => {
          const theta = naturalOf(values);
          const { psi, mean } = bruteMember(pointsOf(values), theta);
          return [...theta, dot(theta, mean) - psi];
        },
      },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding of the mean over the least variance, about 0.02" },
    },
  ],
});
