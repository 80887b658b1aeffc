/** Inputs and results of covariance maps. */
import * as z from "zod";
import { matrix, number, real, realRows } from "../../schemas.js";
import { activation, networkInputs } from "./network.js";

const covarianceMethods = ["auto", "laplace", "fourier", "monte-carlo"] as const;

/** Of a layer, without the covariance that it is given. */
export const mapInputs = {
  activation,
  epsilon: networkInputs.epsilon,
  gamma: networkInputs.gamma,
  beta: networkInputs.beta,
  weightVariance: networkInputs.weightVariance,
  method: z.enum(covarianceMethods).optional(),
  tolerance: number.optional().describe("Relative to the largest entry; default 1e-10, monte-carlo 1e-2."),
  maxEvals: number.optional().describe("Evaluations that fourier may cost; default 6e8, half a minute."),
  samples: z.int().optional().describe("Draws of monte-carlo; default 5e4."),
  seed: z.int().optional().describe("Of monte-carlo; default 0."),
};

export const sigma = matrix.describe("Covariance of the samples.");

export const mapResult = {
  values: realRows.describe("Symmetric, in the order of the samples."),
  error: real.describe("Absolute, for every entry."),
  method: z.string(),
  evals: z.int(),
  converged: z.boolean(),
};

export const standardError = real.optional().describe("Of monte-carlo.");

export const crossMethod = z.string().describe("How the blocks between batches were made.");
