import * as z from "zod";
import { covarianceMap as map } from "../../../theory/batchnorm/covarianceMap.js";
import { kind } from "../../kind.js";
import { mapInputs, mapResult, sigma, standardError } from "./covariance.js";

export const covarianceMap = kind({
  name: "covariance_map",
  area: "batchnorm",
  doc: "the covariance of one batch after a batch-normalised layer",
  inputs: z.strictObject({ ...mapInputs, sigma }),
  result: z.object({ ...mapResult, standardError }),
  example: {
    activation: "relu",
    sigma: [
      [1, 0.2, 0],
      [0.2, 2, 0],
      [0, 0, 1],
    ],
  },
  names: { phi: "activation" },
  compute: ({ activation, sigma: covariance, ...options }) => map(activation, covariance, options),
});
