import * as z from "zod";
import { backwardGradient } from "../../../theory/ladder/disentanglement/backwardGradient.js";
import { separableUpdate as update } from "../../../theory/ladder/disentanglement/separableUpdate.js";
import { kind } from "../../kind.js";
import { realRows, reals, vector } from "../../schemas.js";
import { factorisedExample, factorisedInputs, factorisedNames } from "./factorised.js";

const perFactor = z.array(vector).min(1);

export const separableUpdate = kind({
  name: "separable_update",
  area: "ladder",
  doc: "which updates keep weights separable, and the gradient one layer down (Theorem 9, Sec. 7.7.1)",
  inputs: z.strictObject({
    ...factorisedInputs,
    p_alpha: perFactor.describe("P of each of the two factors of the parent."),
    g_tilde: perFactor.describe("g~_i of each: the gradient has the columns p_1 x .. g~_i .. x p_n."),
    w12: vector.describe("Weights into the parent's first node, from the child's first factors."),
    w3: vector.describe("Into the second node, from the factors that remain."),
  }),
  result: z.object({
    dW: realRows.describe("(P F_beta)^T G~_alpha, the child's nodes x the parent's."),
    separable: z.boolean().describe("No update off the blocks: every g~ sums to 0."),
    G_tilde_beta: realRows.describe("P^T G~_alpha W^T, before the child's gate."),
    backward_disentangled: z.boolean().describe("Whether that is disentangled again."),
    p_beta12: reals.describe("Joint law of the child's first factors."),
  }),
  example: {
    ...factorisedExample,
    p_alpha: [
      [0.5, 0.5],
      [0.4, 0.6],
    ],
    g_tilde: [
      [1, -1],
      [0.5, -0.5],
    ],
    w12: [1, -1],
    w3: [0.5],
  },
  names: {
    ...factorisedNames,
    marginals: "p_alpha",
    gradients: "g_tilde",
    "weights[0]": "w12",
    "weights[1]": "w3",
    "child.weights[0]": "w12",
    "child.weights[1]": "w3",
    "factors.marginals": "p_alpha",
    "factors.gradients": "g_tilde",
  },
  compute({ P_factors, f_beta, p_alpha, g_tilde, w12, w3 }) {
    const weights = [w12, w3];
    const child = { tables: P_factors, activations: f_beta, sizes: weights.map(({ length }) => length), weights };
    const factors = { marginals: p_alpha, gradients: g_tilde };
    const { dW, separable } = update(child, factors);
    const { gradient, disentangled, joint } = backwardGradient(child, factors);
    return {
      ...{ dW, separable, G_tilde_beta: gradient },
      ...{ backward_disentangled: disentangled, p_beta12: [...joint[0]!] },
    };
  },
});
