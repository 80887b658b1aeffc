import * as z from "zod";
import { expressibility as express } from "../../../theory/ladder/expressibility/expressibility.js";
import { kind } from "../../kind.js";
import { integers, real } from "../../schemas.js";

const losslessLadder = "deterministic, z_alpha enumerates all leaf combinations, one layer, F_leaf = I";

export const expressibility = kind({
  name: "expressibility",
  area: "ladder",
  doc: "what a linear and a ReLU layer can express on a lossless ladder (Theorem 6, corrected)",
  inputs: z.strictObject({
    leaf_event_counts: integers.describe("Events of each leaf, from 1 up."),
    ladder: z.literal(losslessLadder).optional().describe("A note: there is no other ladder here."),
  }),
  result: z.object({
    m: z.int().describe("Combinations of the leaves' events."),
    linear_rank: z.int().describe("Of the concatenated tables."),
    min_loss_linear: z.int().describe("min ||M W - I||_F^2 of a linear layer: m - rank."),
    min_loss_relu: real.describe("Of a ReLU layer with biases."),
    each_child_all_vert: z.boolean().describe("Every table by itself has vertices only."),
    concatenation_all_vert: z.boolean(),
  }),
  example: { leaf_event_counts: [2, 3] },
  names: { leafEvents: "leaf_event_counts" },
  compute({ leaf_event_counts }) {
    const found = express(leaf_event_counts);
    return {
      ...{ m: found.events, linear_rank: found.linearRank },
      ...{ min_loss_linear: found.linearLoss, min_loss_relu: found.reluLoss },
      ...{ each_child_all_vert: found.eachChildAllVertices, concatenation_all_vert: found.concatenationAllVertices },
    };
  },
});
