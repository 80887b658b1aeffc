import * as z from "zod";
import { compositionalFamily } from "../../../theory/grouping/geometry/compositionalFamily.js";
import { kind } from "../../kind.js";
import { matrix, real, realRows, reals, sameLength, vector } from "../../schemas.js";

export const compfamily = kind({
  name: "compfamily",
  area: "grouping",
  doc: "a compositional exponential family (Definitions 6 and 7): both log-partition functions and their gradients",
  inputs: z
    .strictObject({
      f_of_h: matrix.describe("f(h), a row a value of h."),
      support: matrix.describe("g(x) of the points x, a row a point."),
      mu: vector.optional().describe("Base weights of the points; default 1 each."),
      nu_h: vector.optional().describe("Base weights of the values of h; default 1 each."),
    })
    .check(sameLength("support", "mu"))
    .check(sameLength("f_of_h", "nu_h")),
  result: z.object({
    psi_joint: real.describe("log sum_h nu sum_x mu exp<f(h), g(x)>."),
    psi_conditional: reals.describe("log sum_x mu exp<f(h), g(x)>, one a value of h."),
    P_h: reals.describe("The law of h."),
    conditional_mean_E_x_given_h: realRows.describe("E[g given h]: gradient of psi_conditional."),
    gradient_of_joint_psi_wrt_f_h: realRows.describe("P(h) E[g given h]."),
  }),
  example: { f_of_h: [[0], [1]], support: [[-1], [2]], mu: [0.5, 0.5], nu_h: [0.5, 0.5] },
  names: { f: "f_of_h", g: "support", nu: "nu_h", "f.length * g.length": "support" },
  compute({ f_of_h, support, mu, nu_h }) {
    const found = compositionalFamily(f_of_h, support, { mu: mu ?? "counting", nu: nu_h ?? "counting" });
    return {
      psi_joint: found.psiJoint,
      psi_conditional: found.psiConditional,
      P_h: found.probabilities,
      conditional_mean_E_x_given_h: found.conditionalMeans,
      gradient_of_joint_psi_wrt_f_h: found.jointGradient,
    };
  },
});
