import * as z from "zod";
import { batchNormProjection } from "../../../theory/ladder/batchNorm/batchNormProjection.js";
import { kind } from "../../kind.js";
import { number, real, realRows, vector } from "../../schemas.js";

export const bnProjection = kind({
  name: "bn_projection",
  area: "ladder",
  doc: "batch norm's Jacobian as a projection (Theorem 5)",
  inputs: z.strictObject({
    f: vector.describe("Activations of one node over a batch."),
    c1: number.optional().describe("Gain; default 1."),
  }),
  result: z.object({
    P_perp: realRows.describe("Projection onto the complement of span{f, 1}."),
    J: realRows.describe("c1/sigma P_perp."),
    sigma: real.describe("Standard deviation of f, divided by N."),
    rank: z.int().describe("Of P_perp: N - 2."),
  }),
  example: { f: [1, -1, 0.5, 2], c1: 0.5 },
  names: { batchNormBackward: "the kind bn_backward" },
  compute({ f, c1 = 1 }) {
    const { projection, jacobian, sigma, rank } = batchNormProjection(f, { c1 });
    return { P_perp: projection, J: jacobian, sigma, rank };
  },
});
