import { minus, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { populationLoss as closedLoss } from "../../../theory/alignment/population/populationLoss.js";
import { theorem } from "../../theorem.js";
import { lossBySectors } from "./networkMeans.js";
import { networks, rounding, studentOf, teacherOf } from "./settings.js";

export const populationLoss = theorem({
  id: "alignment/population-loss",
  kind: "formula",
  title: "The population loss of a two-layer student is a sum of arc-cosine kernels over pairs of nodes.",
  notation: {
    J: "1/2 E|sum_j v*_j f*_j - sum_k v_k f_k|^2 over x ~ N(0, I)",
    K_TT: "sum over pairs of teachers of v*_i.v*_j K(w*_i, w*_j), K(a, b) = |a||b| (sin t + (pi - t) cos t)/(2 pi)",
    K_TS: "the same over a teacher and a student",
    K_SS: "over pairs of students",
  },
  parameters: networks,
  assumptions: [],
  claim: equation(symbol("J"), over(plus(minus("K_TT", times(2, "K_TS")), "K_SS"), 2)),
  source: [{ key: "tian2020alignment", at: "section 5; the closed form is ours" }],
  uses: ["alignment/theorem-6"],
  proof: {
    kind: "open",
    reason:
      "The square is multiplied out, each mean of a product of two nodes is an arc-cosine kernel; steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: { name: "the closed form", evaluate: (values) => closedLoss(studentOf(values), teacherOf(values)) },
      right: { name: "1/2 E|e|^2 by sectors", evaluate: (values) => lossBySectors(values) },
      tolerance: rounding,
    },
  ],
});
