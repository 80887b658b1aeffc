import * as z from "zod";
import { batchNormKernel } from "../../../theory/batchnorm/gaussianProcess/batchNormKernel.js";
import { inputCovariance } from "../../../theory/batchnorm/gaussianProcess/inputCovariance.js";
import { kind } from "../../kind.js";
import { matrix, number } from "../../schemas.js";
import { crossMethod, mapInputs, mapResult } from "./covariance.js";

export const gaussianProcessKernel = kind({
  name: "gaussian_process_kernel",
  area: "batchnorm",
  doc: "the Gaussian-process prior of a wide batch-normalised network over given points",
  inputs: z.strictObject({
    ...mapInputs,
    points: matrix.describe("n x d, a row a sample, batch after batch."),
    batch: z.int().describe("Samples a batch."),
    depth: z.int().describe("Batch-normalised layers."),
    readoutVariance: number.optional().describe("Default 1."),
  }),
  result: z.object({ ...mapResult, crossMethod }),
  example: {
    activation: "relu",
    points: [
      [1, 0],
      [0, 1],
      [1, 1],
      [2, 1],
    ],
    batch: 2,
    depth: 2,
  },
  names: { phi: "activation", sigma: "points", covariance: "points" },
  compute: ({ activation, points, ...options }) => batchNormKernel(activation, inputCovariance(points), options),
});
