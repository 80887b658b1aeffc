import * as z from "zod";
import { gatedMoment } from "../../../theory/alignment/population/gatedMoment.js";
import { kind } from "../../kind.js";
import { number, real, realRows, reals, vector } from "../../schemas.js";

export const thm6 = kind({
  name: "thm6",
  area: "alignment",
  doc: "what a node receives from another over spherical inputs, in closed form (Theorem 6, corrected)",
  inputs: z.strictObject({
    w_k: vector.describe("The receiving node."),
    w_j: vector.describe("The other one."),
    sigma2: number.optional().describe("E|x|^2/d; default 1."),
  }),
  result: z.object({
    theta: real.describe("Their angle, radians."),
    vector: reals.describe("E[x z_k f_j]."),
    G: realRows.describe("E[x x^T z_k z_j]."),
    G_eigenvalues: reals.describe("Ascending."),
    kernel: real.describe("E[f_k f_j]."),
  }),
  example: { w_k: [1, 0], w_j: [1, 1], sigma2: 1 },
  names: { variance: "sigma2" },
  compute({ w_k, w_j, sigma2 = 1 }) {
    const {
      theta,
      vector: received,
      G,
      planeEigenvalues,
      outsideEigenvalue,
      kernel,
    } = gatedMoment(w_k, w_j, {
      variance: sigma2,
    });
    const [least, most] = planeEigenvalues;
    const outside = w_k.slice(2).map(() => outsideEigenvalue);
    const eigenvalues = w_k.length === 1 ? [most] : [least, ...outside, most];
    return { theta, vector: received, G, G_eigenvalues: eigenvalues, kernel };
  },
});
