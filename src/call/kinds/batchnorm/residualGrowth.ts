import * as z from "zod";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { residualLogGrowth } from "../../../theory/batchnorm/residual.js";
import type { Method } from "../../../theory/batchnorm/select.js";
import { kind } from "../../kind.js";
import { estimate, number } from "../../schemas.js";
import { networkInputs, solveInputs } from "./network.js";

export const residualGrowth = kind({
  name: "residual_growth",
  area: "batchnorm",
  doc: "logarithm of the gradient's growth in a residual network, between two layers",
  inputs: z.strictObject({
    ...networkInputs,
    ...solveInputs,
    from: z.int().describe("Layers count from 1."),
    to: z.int(),
    inputVariance: number.optional().describe("Default 1."),
  }),
  result: estimate,
  example: { activation: "relu", batch: 16, from: 1, to: 100 },
  compute({ method, tolerance, from, to, inputVariance = 1, ...options }) {
    const network = batchNorm(options, { method: method as Method | undefined, tolerance });
    return residualLogGrowth(network, { from, to, inputVariance });
  },
});
