import * as z from "zod";
import { gaussianProcess as regress } from "../../../theory/batchnorm/gaussianProcess/gaussianProcess.js";
import { kind } from "../../kind.js";
import { matrix, number, real, realRows, reals, vector } from "../../schemas.js";

export const gaussianProcess = kind({
  name: "gaussian_process",
  area: "batchnorm",
  doc: "Gaussian-process regression with given covariances: mean, variance, evidence",
  inputs: z.strictObject({
    observed: matrix.describe("n x n covariance of the observed samples."),
    cross: matrix.describe("m x n covariance of the predicted samples with them."),
    prior: z
      .union([vector, matrix], { error: "m variances or an m x m covariance" })
      .describe("Prior variances of the predicted samples, or their covariance."),
    targets: matrix.describe("n x p, a row an observed sample."),
    noise: number.describe("Variance of the observations' noise."),
  }),
  result: z.object({
    mean: realRows.describe("m x p."),
    variance: reals.describe("m posterior variances."),
    covariance: realRows.optional().describe("m x m, where `prior` is a covariance."),
    logEvidence: real,
    logEvidences: reals.describe("One an output."),
    jitter: real.describe("Added to the diagonal, relative to trace/n."),
  }),
  example: {
    observed: [
      [1, 0.5],
      [0.5, 1],
    ],
    cross: [[0.7, 0.7]],
    prior: [1],
    targets: [[1], [2]],
    noise: 0.1,
  },
  compute({ targets, noise, ...blocks }) {
    const { mean, variance, covariance, logEvidence, logEvidences, jitter } = regress(blocks, targets, noise);
    return {
      ...{ mean, variance, logEvidence, logEvidences, jitter },
      ...(covariance === undefined ? {} : { covariance }),
    };
  },
});
