import * as z from "zod";
import { productVertices } from "../../../theory/ladder/expressibility/productVertices.js";
import { kind } from "../../kind.js";
import { matrix } from "../../schemas.js";

export const vertices = kind({
  name: "vertices",
  area: "ladder",
  doc: "vertices of the convex hulls of the rows of P and of P F, with exact certificates (Theorem 7)",
  inputs: z.strictObject({ P: matrix.describe("m x n."), F: matrix.describe("n x k.") }),
  result: z.object({
    vertices_P: z.array(z.int()).describe("Rows that are vertices, from 0; of equal rows none is."),
    vert_P: z.int().describe("How many."),
    all_vert: z.boolean().nullable().describe("null where it is not decided."),
    F_full_row_rank: z.boolean(),
    vertices_PF: z.array(z.int()),
  }),
  example: {
    P: [
      [1, 0],
      [0, 1],
      [0.5, 0.5],
    ],
    F: [
      [1, 0],
      [0, 1],
    ],
  },
  compute({ P, F }) {
    const found = productVertices(P, F);
    return {
      vertices_P: found.P.vertices,
      vert_P: found.P.count,
      all_vert: found.P.allVertices,
      F_full_row_rank: found.fullRowRank,
      vertices_PF: found.PF.vertices,
    };
  },
});
