import { combine } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { legendreDual } from "../../../theory/grouping/geometry/legendreDual.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteMember, enoughPoints, family, familyOf, notation, relativeEntropy, rounding } from "./settings.js";

export const definitionD3Convex = theorem({
  id: "grouping/definition-d-3-convex",
  kind: "lemma",
  title: "The Legendre dual is convex.",
  notation: { ...notation, M: "psi* at the middle of eta and eta'", A: "the mean of psi*(eta) and psi*(eta')" },
  parameters: family,
  assumptions: [enoughPoints],
  claim: compare("LessEqual", symbol("M"), symbol("A")),
  source: paper("Definition D.3"),
  uses: ["grouping/definition-d-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "psi* of the middle, by Newton's method",
        evaluate: (values) => {
          const [p, q] = [values.theta, values.theta_2].map((at) => bruteMember(values, at).mean);
          return legendreDual(familyOf(values), combine(0.5, p!, 0.5, q!)).psiStar;
        },
      },
      right: {
        name: "the mean of sum p log(p/w) of both laws",
        evaluate: (values) => {
          const [p, q] = [values.theta, values.theta_2].map((at) => bruteMember(values, at).law);
          return (relativeEntropy(p!, values.w) + relativeEntropy(q!, values.w)) / 2;
        },
      },
      tolerance: rounding,
    },
  ],
});
