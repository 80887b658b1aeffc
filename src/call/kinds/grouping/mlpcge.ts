import * as z from "zod";
import { mlpGrouping } from "../../../theory/grouping/activations/mlpGrouping.js";
import { kind } from "../../kind.js";
import { matrix, real, realRows, reals, vector } from "../../schemas.js";

export const mlpcge = kind({
  name: "mlpcge",
  area: "grouping",
  doc: "the grouping extension of a perceptron as printed (Definition 4): where it contradicts itself",
  inputs: z.strictObject({
    W: matrix.describe("Inputs x units; the preactivation is W^T t."),
    support: matrix.describe("The points t, one a row."),
    mu: vector.describe("Their probabilities."),
    D: z
      .tuple([z.literal([0, -1]), z.literal(1)])
      .optional()
      .describe("The values of an indicator: [0, 1] (default) or [-1, 1]."),
  }),
  result: z.object({
    nu_h1_given_t: realRows.describe("nu(h_i = 1 given t), a row a point."),
    q_tilde_printed: reals.describe("exp(1.a)/E exp(1.a)."),
    mixture_sum_h_nu_q: reals.describe("sum_h nu(h given t) q((t, h))."),
    max_gap: real.describe("The largest difference of the two."),
    P_h1_given_t_under_printed_joint: realRows.describe("nu counted twice."),
  }),
  example: { W: [[1]], support: [[-1], [0.5], [2]], mu: [0.2, 0.5, 0.3], D: [0, 1] },
  names: { values: "D" },
  compute({ W, support, mu, D: [least] = [0, 1] }) {
    const { indicator, printedDensity, mixture, gap, printedPosterior } = mlpGrouping(W, support, mu, {
      values: least === 0 ? [0, 1] : [-1, 1],
    });
    return {
      nu_h1_given_t: indicator,
      q_tilde_printed: printedDensity,
      mixture_sum_h_nu_q: mixture,
      max_gap: gap,
      P_h1_given_t_under_printed_joint: printedPosterior,
    };
  },
});
