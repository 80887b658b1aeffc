import * as z from "zod";
import { crossCovarianceMap as map } from "../../../theory/batchnorm/crossCovarianceMap.js";
import { kind } from "../../kind.js";
import { crossMethod, mapInputs, mapResult, sigma, standardError } from "./covariance.js";

export const crossCovarianceMap = kind({
  name: "cross_covariance_map",
  area: "batchnorm",
  doc: "the covariance of several batches after the same batch-normalised layer",
  inputs: z.strictObject({ ...mapInputs, sigma, batch: z.int().describe("Samples a batch.") }),
  result: z.object({ ...mapResult, standardError, crossMethod }),
  example: {
    activation: "relu",
    batch: 2,
    sigma: [
      [1, 0, 0.5, 0],
      [0, 1, 0, 0.5],
      [0.5, 0, 1, 0],
      [0, 0.5, 0, 1],
    ],
  },
  names: { phi: "activation" },
  compute: ({ activation, sigma: covariance, batch, ...options }) => map(activation, covariance, batch, options),
});
