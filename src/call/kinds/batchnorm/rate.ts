import * as z from "zod";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { rateResult, withReached } from "../../../theory/batchnorm/results/networkResult.js";
import type { Method } from "../../../theory/batchnorm/select.js";
import { kind } from "../../kind.js";
import { estimate } from "../../schemas.js";
import { dynamicsKind } from "./dynamicsKind.js";
import { networkInputs, solveInputs } from "./network.js";
import { rateFields } from "./rateResult.js";

export const rate = kind({
  name: "rate",
  area: "batchnorm",
  doc: "gradient-explosion rate, depth scales and stability of a batch-normalised network",
  inputs: z.strictObject({
    ...networkInputs,
    ...solveInputs,
    confirm: z.boolean().optional().describe("Computes the rate by a second method too."),
    reached: z.boolean().optional().describe("Follows a network that leaves its fixed point: one to five seconds."),
  }),
  result: z.object({
    ...rateFields,
    reached: z
      .object({
        kind: dynamicsKind,
        blocks: z.array(z.int()),
        rate: estimate.nullable(),
        depthScale: estimate.nullable(),
        notes: z.array(z.string()),
      })
      .optional(),
  }),
  example: { activation: "tanh", batch: 64 },
  compute({ method, tolerance, confirm, reached, ...options }) {
    const network = batchNorm(options, { method: method as Method | undefined, tolerance });
    const result = rateResult(network, confirm);
    return reached ? withReached(network, result) : result;
  },
});
