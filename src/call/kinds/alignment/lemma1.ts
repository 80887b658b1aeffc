import * as z from "zod";
import { mixtureCoefficients } from "../../../theory/alignment/network/mixtureCoefficients.js";
import { reluNetwork } from "../../../theory/alignment/network/reluNetwork.js";
import { kind } from "../../kind.js";
import { matrix, realRows, reals, vector } from "../../schemas.js";

const weights = z.array(matrix).min(1);

const layer = z
  .object({ A: realRows, B: realRows, g: reals })
  .describe("A and B with the constant channel as last row and column; g without it.");

export const lemma1 = kind({
  name: "lemma1",
  area: "alignment",
  doc: "A_l, B_l and the gradients g_l of a deep student at one input (Lemma 1)",
  inputs: z.strictObject({
    teacher: weights.describe("W_1, W_2, ...: each (n_in + 1) x n_out, the biases last."),
    student: weights.describe("The same; widths and depth may differ, inputs and outputs may not."),
    x: vector.describe("The input."),
  }),
  result: z
    .object({ g_top: reals.describe("f* - f = -dJ/df.") })
    .catchall(layer)
    .describe("layer1, layer2, ...: g_l = D_l (A_l f*_l - B_l f_l), the negative gradient by the pre-activations."),
  example: {
    teacher: [
      [
        [1, -1],
        [0.5, 1],
        [0, 0.1],
      ],
      [[1], [2], [0.5]],
    ],
    student: [
      [
        [0.5, 1],
        [1, 0],
        [0.1, 0],
      ],
      [[1], [-1], [0]],
    ],
    x: [0.3, 0.7],
  },
  compute({ teacher, student, x }) {
    const { layers, top } = mixtureCoefficients(reluNetwork(teacher, "teacher"), reluNetwork(student, "student"), x);
    const named = layers.map(({ layer: l, A, B, g }) => [`layer${l}`, { A, B, g }]);
    return { ...Object.fromEntries(named), g_top: top };
  },
});
