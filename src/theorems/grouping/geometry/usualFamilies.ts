import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteMember, notation } from "./settings.js";
import { everyFamily, formulasAt, naturalOf, pointsOf } from "./usualPoints.js";

export const usualFamilies = theorem({
  id: "grouping/usual-families",
  kind: "formula",
  title:
    "The log-partition functions of the usual families have means and covariances of g as first and second derivatives.",
  notation: { ...notation, S: "psi, its gradient and Hessian in symbols", M: "log sum, mean and covariance over x" },
  parameters: everyFamily,
  assumptions: [],
  claim: equation(symbol("S"), symbol("M")),
  source: paper("Definition D.5"),
  uses: ["grouping/definition-d-5"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the formulas, differentiated in symbols",
        evaluate: (values) => {
          const { psi, eta, fisherMetric } = formulasAt(values);
          return [psi, ...eta, ...fisherMetric.flat()];
        },
      },
      right: {
        name: "sums over x; integrals by the trapezoidal rule",
        evaluate: (values) => {
          const { psi, mean, covariance } = bruteMember(pointsOf(values), naturalOf(values));
          return [psi, ...mean, ...covariance.flat()];
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-11,
        why: "rounding of sums of up to 800 terms; the rule converges exponentially",
      },
    },
  ],
});
