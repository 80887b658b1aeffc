import * as z from "zod";
import { reluDependence as dependence } from "../../../theory/alignment/criticalPoints/reluDependence.js";
import { kind } from "../../kind.js";
import { matrix } from "../../schemas.js";
import { region, regionOf } from "./region.js";

export const reluDependence = kind({
  name: "relu_dependence",
  area: "alignment",
  doc: "linear dependence of ReLU nodes on a region (Lemmas 2 and 3)",
  inputs: z.strictObject({ W: matrix.describe("A row [w, b] a node."), region }),
  result: z.object({
    nullity_with_affine: z
      .int()
      .describe("Dimension of {c, P: sum c_j relu(w_j.x + b_j) + P.[x, 1] = 0 on the region}."),
    nullity_without_affine: z.int().describe("The same without P."),
  }),
  example: {
    W: [
      [1, 0, 0.1],
      [-1, 0, -0.1],
      [0, 1, 0],
    ],
    region: "box [-1,1]^2",
  },
  compute({ W, region: given }) {
    const { nullityWithAffine, nullityWithoutAffine } = dependence(W, regionOf(given));
    return { nullity_with_affine: nullityWithAffine, nullity_without_affine: nullityWithoutAffine };
  },
});
