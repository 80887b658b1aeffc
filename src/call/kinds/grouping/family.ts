import * as z from "zod";
import { exponentialFamily } from "../../../theory/grouping/geometry/exponentialFamily.js";
import { familyDivergences } from "../../../theory/grouping/geometry/familyDivergences.js";
import { kind } from "../../kind.js";
import { matrix, real, realRows, reals, sameLength, vector } from "../../schemas.js";

export const family = kind({
  name: "family",
  area: "grouping",
  doc: "an exponential family on finitely many points: coordinates, metrics, divergences (Definitions 7, D.2 to D.5)",
  inputs: z
    .strictObject({
      support: matrix.describe("The statistics of the points, a row a point."),
      mu: vector.optional().describe("Base weights; default 1 each."),
      theta: vector.describe("Natural parameters of the first member."),
      theta_prime: vector.describe("Of the second."),
    })
    .check(sameLength("support", "mu")),
  result: z.object({
    psi: reals.describe("Of both members."),
    eta: reals.describe("Dual coordinates of the first."),
    eta_prime: reals.describe("Of the second."),
    psi_star: reals.describe("psi* of both."),
    fisher_metric_at_theta: realRows.describe("Hessian of psi."),
    dual_metric_at_eta: realRows.describe("Hessian of psi*, its inverse."),
    D_psi_printed_order: real.describe("D_psi[theta : theta_prime]."),
    D_psi_star_printed_order: real.describe("D_psi*[eta : eta_prime]."),
    KL_p_theta_p_theta_prime: real.describe("KL(p || p')."),
    KL_reversed: real.describe("KL(p' || p)."),
  }),
  example: {
    support: [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 2],
    ],
    mu: [0.1, 0.2, 0.3, 0.4],
    theta: [0.5, -0.25],
    theta_prime: [-0.3, 0.6],
  },
  names: { statistics: "support", measure: "mu", thetaPrime: "theta_prime" },
  compute({ support, mu, theta, theta_prime }) {
    const measured = exponentialFamily(support, mu ?? "counting");
    const { members, psi, psiStar, kl } = familyDivergences(measured, theta, theta_prime);
    const [p, q] = members;
    return {
      psi: [p.psi, q.psi],
      eta: p.eta,
      eta_prime: q.eta,
      psi_star: [p.psiStar, q.psiStar],
      fisher_metric_at_theta: p.fisherMetric,
      dual_metric_at_eta: p.dualMetric,
      D_psi_printed_order: psi.printed,
      D_psi_star_printed_order: psiStar.printed,
      KL_p_theta_p_theta_prime: kl.forward,
      KL_reversed: kl.reverse,
    };
  },
});
