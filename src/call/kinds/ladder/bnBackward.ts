import * as z from "zod";
import { batchNormBackward } from "../../../theory/ladder/batchNorm/batchNormBackward.js";
import { kind } from "../../kind.js";
import { number, reals, vector } from "../../schemas.js";

export const bnBackward = kind({
  name: "bn_backward",
  area: "ladder",
  doc: "one node through batch norm and back: its output and three gradients",
  inputs: z.strictObject({
    f: vector.describe("Activations of one node over a batch."),
    g: vector.describe("Gradient by the output, as long as f."),
    c1: number.optional().describe("Gain; default 1."),
    c0: number.optional().describe("Offset; default 0."),
    eps: number.optional().describe("Added to the variance; default 0."),
  }),
  result: z.object({
    g_f: reals.describe("J^T g."),
    g_c: reals.describe("By c1 and by c0."),
    fbar: reals.describe("c1 (f - mean)/s + c0."),
  }),
  example: { f: [1, -1, 0.5, 2], g: [0.1, 0.2, -0.3, 0], c1: 0.5, c0: 1, eps: 1e-3 },
  names: { epsilon: "eps" },
  compute({ f, g, c1 = 1, c0 = 0, eps = 0 }) {
    const { inputGradient, parameterGradient, output } = batchNormBackward(f, g, { c1, c0, epsilon: eps });
    return { g_f: inputGradient, g_c: parameterGradient, fbar: output };
  },
});
