import * as z from "zod";
import { disentangledForward } from "../../../theory/ladder/disentanglement/disentangledForward.js";
import { kind } from "../../kind.js";
import { realRows } from "../../schemas.js";
import { factorisedExample, factorisedInputs, factorisedNames } from "./factorised.js";

export const disentForward = kind({
  name: "disent_forward",
  area: "ladder",
  doc: "disentangled activations one layer up, with separable weights (Theorem 8)",
  inputs: z.strictObject({
    ...factorisedInputs,
    S_sizes: z.array(z.int().min(0)).min(1).describe("|S_i|: consecutive runs of the child's factors."),
    w_blocks: z.array(z.array(z.number())).min(1).describe("Weights into each node of the parent, |S_i| numbers."),
  }),
  result: z.object({
    F_alpha_raw: realRows.describe("A row a combination of the parent's events, a column a node."),
    f_alpha_raw: realRows.describe("f_i of each node: F_alpha_raw has the columns 1 x .. f_i .. x 1."),
    F_alpha_relu: realRows,
    disentangled: z.boolean(),
  }),
  example: {
    ...factorisedExample,
    S_sizes: [2, 1],
    w_blocks: [[1, -1], [0.5]],
  },
  names: {
    ...factorisedNames,
    sizes: "S_sizes",
    weights: "w_blocks",
    "children[0].sizes": "S_sizes",
    "children[0].weights": "w_blocks",
  },
  compute({ P_factors, f_beta, S_sizes, w_blocks }) {
    const child = { tables: P_factors, activations: f_beta, sizes: S_sizes, weights: w_blocks };
    const { raw, factors, output, disentangled } = disentangledForward([child]);
    return {
      ...{ F_alpha_raw: raw, f_alpha_raw: factors, F_alpha_relu: output },
      disentangled,
    };
  },
});
