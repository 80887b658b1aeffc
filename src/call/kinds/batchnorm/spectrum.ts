import * as z from "zod";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { spectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { Method } from "../../../theory/batchnorm/select.js";
import { kind } from "../../kind.js";
import { estimate } from "../../schemas.js";
import { networkInputs, solveInputs } from "./network.js";
import { rateFields } from "./rateResult.js";

const eigenvalues = z
  .object({ G: estimate, L: estimate.nullable(), M: estimate.nullable() })
  .describe("On the eigenspaces of dimensions 1, B-1, B(B-3)/2; null where there is no such space.");

export const spectrum = kind({
  name: "spectrum",
  area: "batchnorm",
  doc: "fixed point, forward and backward eigenvalues, cross-batch decay",
  inputs: z.strictObject({ ...networkInputs, ...solveInputs, confirm: z.boolean().optional() }),
  result: z.object({
    ...rateFields,
    fixedPoint: z.object({ q: estimate, c: estimate, mu: estimate }),
    forward: eigenvalues,
    backward: eigenvalues,
    crossBatch: z.object({ c: estimate, eigenvalue: estimate }),
  }),
  example: { activation: "relu", batch: 8 },
  compute({ method, tolerance, confirm, ...options }) {
    const network = batchNorm(options, { method: method as Method | undefined, tolerance });
    return spectrumResult(network, confirm);
  },
});
