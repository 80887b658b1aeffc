import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { populationGradient } from "../../../theory/alignment/population/populationGradient.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { fanOutFlowBySectors, weightFlowBySectors } from "./networkMeans.js";
import { networks, notation, rounding, studentOf, teacherOf } from "./settings.js";

export const equation5 = theorem({
  id: "alignment/equation-5",
  kind: "formula",
  title: "A student's weight follows the teachers weighted by alpha_k and flees the students weighted by beta_k.",
  notation: {
    ...notation,
    "w'_k": "dw_k/dt = E[x z_k e.v_k], e = sum_j v*_j f*_j - sum_q v_q f_q",
    T_k: "sum_j (v*_j.v_k) E[x z_k f*_j]",
    S_k: "sum_q (v_q.v_k) E[x z_k f_q]",
  },
  parameters: networks,
  assumptions: [],
  claim: equation(symbol("w'_k"), minus("T_k", "S_k")),
  source: paper("eq. (5)"),
  uses: ["alignment/theorem-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the closed forms of all pairs",
        evaluate: (values) => populationGradient(studentOf(values), teacherOf(values)).W.flat(),
      },
      right: {
        name: "E[x z_k e.v_k] by sectors",
        evaluate: (values) => weightFlowBySectors(values),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the flow of the fan-out from the closed forms of all pairs",
        evaluate: (values) => populationGradient(studentOf(values), teacherOf(values)).V.flat(),
      },
      right: { name: "E[f_k e] by sectors", evaluate: (values) => fanOutFlowBySectors(values) },
      tolerance: rounding,
    },
  ],
});
