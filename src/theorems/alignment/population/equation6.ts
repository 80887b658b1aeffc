import { over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { populationGradient } from "../../../theory/alignment/population/populationGradient.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { activationBySectors } from "./networkMeans.js";
import { networks, rounding, studentOf, teacherOf } from "./settings.js";

export const equation6 = theorem({
  id: "alignment/equation-6",
  kind: "formula",
  title: "The norm of w_k grows by E[f_k e.v_k], e the residual of the output.",
  notation: {
    "n'_k": "the time derivative of |w_k|^2",
    A_k: "E[f_k e.v_k]; the paper writes r_l where it means the residual e_l of eq. (5)",
  },
  parameters: networks,
  assumptions: [],
  claim: equation(over("n'_k", 2), symbol("A_k")),
  source: paper("eq. (6)"),
  uses: ["alignment/equation-5"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "w_k . dw_k/dt from the closed forms of all pairs",
        evaluate: (values) => populationGradient(studentOf(values), teacherOf(values)).wDotW,
      },
      right: { name: "E[f_k e.v_k] by sectors", evaluate: (values) => activationBySectors(values) },
      tolerance: rounding,
    },
  ],
});
