import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { legendreDual } from "../../../theory/grouping/geometry/legendreDual.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteMember, enoughPoints, family, familyOf, notation, relativeEntropy, rounding } from "./settings.js";
import { conditioned, thetaOfMean } from "./ways.js";

export const definitionD3 = theorem({
  id: "grouping/definition-d-3",
  kind: "definition",
  title: "The Legendre dual is psi*(eta) = <theta, eta> - psi(theta) at the theta whose gradient is eta.",
  notation: { ...notation, phi: "psi*(eta)", s: "<theta, eta>" },
  parameters: family,
  assumptions: [enoughPoints],
  claim: equation(symbol("phi"), minus("s", "psi")),
  source: paper("Definition D.3"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "psi* of the mean, by Newton's method from theta = 0",
        evaluate: (values) => {
          const { psiStar, error } = legendreDual(familyOf(values), bruteMember(values, values.theta).mean);
          return { value: psiStar, error: error.psiStar, method: "Newton", evals: 0, converged: true };
        },
      },
      right: {
        name: "sum p log(p/w) of the law with that theta",
        evaluate: (values) => {
          const { law } = bruteMember(values, values.theta);
          return relativeEntropy(law, values.w);
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the theta that Newton's method finds for the mean",
        evaluate: thetaOfMean,
      },
      right: { name: "theta", evaluate: ({ theta }) => theta },
      tolerance: conditioned,
    },
  ],
});
