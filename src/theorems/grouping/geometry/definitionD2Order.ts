import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteDivergence, enoughPoints, family, notation, rounding } from "./settings.js";
import { both } from "./ways.js";

export const definitionD2Order = theorem({
  id: "grouping/definition-d-2-order",
  kind: "remark",
  title: "The printed order is the reverse of Amari's, whom the paper cites: D[a : b] printed is his D[b : a].",
  notation: {
    ...notation,
    D: "the printed D_psi[theta' : theta]",
    A: "psi(theta) - psi(theta') - <eta', theta - theta'>",
  },
  parameters: family,
  assumptions: [enoughPoints],
  claim: equation(symbol("D"), symbol("A")),
  source: paper("Definition D.2"),
  uses: ["grouping/definition-d-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the reversed value of the library", evaluate: (values) => both(values).psi.reversed },
      right: {
        name: "Amari's D[theta : theta'] by sums of exponentials",
        evaluate: (values) => bruteDivergence(values, values.theta_2, values.theta),
      },
      tolerance: rounding,
    },
  ],
});
