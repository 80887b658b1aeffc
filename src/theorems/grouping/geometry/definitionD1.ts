import { combine, dot } from "../../../numeric/linearAlgebra/vectors.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { familyDivergences } from "../../../theory/grouping/geometry/familyDivergences.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteMember, enoughPoints, family, familyOf, notation, rounding } from "./settings.js";
import { both, secondOrder } from "./ways.js";

const zero = integer(0);

export const definitionD1 = theorem({
  id: "grouping/definition-d-1",
  kind: "definition",
  title: "A divergence is from 0 up, and to second order a quadratic form, the metric: for D_psi the Hessian of psi.",
  notation: { ...notation, D: "D_psi[theta : theta']" },
  parameters: family,
  assumptions: [enoughPoints],
  claim: compare("LessEqual", zero, symbol("D")),
  source: paper("Definition D.1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "0", evaluate: () => 0 },
      right: { name: "D_psi[theta : theta']", evaluate: (values) => both(values).psi.printed },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "twice the second-order term along theta', by differences of divergences",
        evaluate: (values) => {
          const { theta, theta_2: v } = values;
          const made = familyOf(values);
          return secondOrder((s) => familyDivergences(made, theta, combine(1, theta, s, v)).kl.forward);
        },
      },
      right: {
        name: "the quadratic form of the covariance of g",
        evaluate: (values) => {
          const { covariance } = bruteMember(values, values.theta);
          return dot(
            values.theta_2,
            covariance.map((row) => dot(row, values.theta_2)),
          );
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-9,
        why: "rounding over the smallest step's square, 1e-16 over 6e-5, and five extrapolations",
      },
    },
  ],
});
