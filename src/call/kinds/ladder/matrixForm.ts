import * as z from "zod";
import { matrixForm as propagate } from "../../../theory/ladder/matrix/matrixForm.js";
import { kind } from "../../kind.js";
import { matrix, realRows, sameLength, vector } from "../../schemas.js";

const perChild = z.array(matrix).min(1);

export const matrixForm = kind({
  name: "matrix_form",
  area: "ladder",
  doc: "the reformulation in matrices, one parent with its children (Theorem 4, corrected)",
  inputs: z
    .strictObject({
      prior_alpha: vector.describe("P(z_alpha), m_alpha numbers."),
      P: perChild.describe("P(z_beta | z_alpha) of each child, m_alpha x m_beta, rows with sum 1."),
      F_beta: perChild.describe("Activations of each child, m_beta x n_beta."),
      W: perChild.describe("n_beta x n_alpha."),
      G_alpha: matrix.describe("Gradient at the parent, after its gate, m_alpha x n_alpha."),
      D_beta: perChild.optional().describe("Gates of each child, m_beta x n_beta; default all open."),
    })
    .check(sameLength("P", "F_beta", "W", "D_beta")),
  result: z.object({
    F_alpha: realRows.describe("m_alpha x n_alpha."),
    G_tilde_alpha: realRows.describe("diag(P(z_alpha)) G_alpha."),
    G_tilde_beta: z.array(realRows).describe("Of each child, m_beta x n_beta."),
    dW: z.array(realRows).describe("(P F_beta)^T G_tilde_alpha of each child."),
  }),
  example: {
    prior_alpha: [0.4, 0.6],
    P: [
      [
        [1, 0],
        [0.5, 0.5],
      ],
    ],
    F_beta: [[[1], [2]]],
    W: [[[0.5]]],
    G_alpha: [[1], [-1]],
    D_beta: [[[1], [0]]],
  },
  names: {
    "prior of alpha": "prior_alpha",
    "gradient of alpha": "G_alpha",
    "groups[0].prior": "prior_alpha",
    "groups[0].gradient": "G_alpha",
    ...Object.fromEntries(
      [..."0123456789"].flatMap((i) => [
        [`table of alpha <- beta ${i}`, `P[${i}]`],
        [`weights of alpha <- beta ${i}`, `W[${i}]`],
        [`activation of beta ${i}`, `F_beta[${i}]`],
        [`gate of beta ${i}`, `D_beta[${i}]`],
        [`groups[${Number(i) + 1}].activation`, `F_beta[${i}]`],
        [`links[${i}].table`, `P[${i}]`],
        [`links[${i}].weights`, `W[${i}]`],
        [`groups[${Number(i) + 1}].gate`, `D_beta[${i}]`],
      ]),
    ),
  },
  compute({ prior_alpha, P, F_beta, W, G_alpha, D_beta }) {
    const names = P.map((_, i) => `beta ${i}`);
    const children = names.map((id, i) => ({
      id,
      activation: F_beta[i]!,
      ...(D_beta === undefined ? {} : { gate: D_beta[i]! }),
    }));
    const { groups, updates } = propagate(
      [{ id: "alpha", prior: prior_alpha, gradient: G_alpha }, ...children],
      names.map((child, i) => ({ parent: "alpha", child, table: P[i]!, weights: W[i]! })),
    );
    const named = (id: string) => groups.find((group) => group.id === id)!;
    return {
      F_alpha: named("alpha").activation,
      G_tilde_alpha: named("alpha").gradient!,
      G_tilde_beta: names.map((id) => named(id).gradient!),
      dW: updates.map((update) => update!),
    };
  },
});
