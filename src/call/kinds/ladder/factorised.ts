/** A child whose table is a tensor product, with disentangled activations. */
import * as z from "zod";
import { matrix, vector } from "../../schemas.js";

export const factorisedInputs = {
  P_factors: z
    .array(matrix)
    .min(1)
    .describe(
      "P(beta[S_i] | alpha[i]) of each factor of the parent: a row an event, columns by the bits of S_i, the first most significant.",
    ),
  f_beta: z.array(vector).min(1).describe("f_k of each factor of the child, a number an event."),
};

export const factorisedNames = {
  tables: "P_factors",
  activations: "f_beta",
  "child.tables": "P_factors",
  "child.activations": "f_beta",
  "children[0].tables": "P_factors",
  "children[0].activations": "f_beta",
};

export const factorisedExample = {
  P_factors: [
    [
      [0.5, 0, 0, 0.5],
      [0.25, 0.25, 0.25, 0.25],
    ],
    [
      [0.1, 0.9],
      [0.8, 0.2],
    ],
  ],
  f_beta: [
    [1, -1],
    [0.5, 0],
    [2, 1],
  ],
};
