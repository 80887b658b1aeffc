import * as z from "zod";
import { convexDivergences } from "../../../theory/grouping/geometry/convexDivergences.js";
import { convexDual } from "../../../theory/grouping/geometry/convexDual.js";
import { convexFunction } from "../../../theory/grouping/geometry/convexFunction.js";
import { kind } from "../../kind.js";
import { number, real, reals, vector } from "../../schemas.js";

export const dual = kind({
  name: "dual",
  area: "grouping",
  doc: "the Legendre dual of a strictly convex psi(theta), and its divergences in both orders (Definitions D.2 to D.4)",
  inputs: z.strictObject({
    psi: z.string().describe("A formula in theta, such as log(1+exp(theta))."),
    eta: vector.describe("Where psi* and the inverse map are wanted."),
    theta: number.describe("First point of the divergences."),
    theta_prime: number.describe("Second point."),
  }),
  result: z.object({
    psi_star: reals.describe("One a value of eta."),
    inverse_map: reals.describe("The theta with psi'(theta) = eta."),
    eta_of_theta: real.describe("psi'(theta)."),
    eta_of_theta_prime: real.describe("psi'(theta_prime)."),
    D_psi_printed_order: real.describe("psi(b) - psi(a) - psi'(a) (b - a), a = theta, b = theta_prime."),
    D_psi_star_printed_order: real.describe("The same of psi* at the two eta; it is the reversed one of psi."),
    D_psi_reversed: real.describe("Of psi with a and b exchanged."),
  }),
  example: { psi: "log(1+exp(theta))", eta: [0.2, 0.5, 0.9], theta: 0.7, theta_prime: -1.1 },
  names: { thetaPrime: "theta_prime", near: "theta", formula: "psi" },
  compute({ psi: text, eta, theta, theta_prime }) {
    const convex = convexFunction(text);
    const { eta: images, psi, psiStar } = convexDivergences(convex, theta, theta_prime);
    const duals = eta.map((value) => convexDual(convex, value, { near: theta }));
    return {
      psi_star: duals.map((each) => each.psiStar),
      inverse_map: duals.map((each) => each.theta),
      eta_of_theta: images[0],
      eta_of_theta_prime: images[1],
      D_psi_printed_order: psi.printed,
      D_psi_star_printed_order: psiStar.printed,
      D_psi_reversed: psi.reversed,
    };
  },
});
