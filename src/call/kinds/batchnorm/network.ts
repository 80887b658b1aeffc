/** A batch-normalised network: what many kinds take, and repeat in their results. */
import * as z from "zod";
import { methods } from "../../../theory/batchnorm/select.js";
import { number, real } from "../../schemas.js";

export const activation = z.string().describe('A name or an expression in x: "tanh", "relu(x)^1.5".');

const infinite = z.enum(["Infinity", "inf"]).transform(() => Infinity);

export const batch = z
  .union([z.int(), infinite], { error: 'an integer from 2 to 1e8, or "Infinity"' })
  .describe('Batch size; "Infinity" for the large-batch limit.');

/** gamma, beta: phi(gamma x + beta). */
export const scales = {
  gamma: number.optional().describe("Batch norm's scale; default 1."),
  beta: number.optional().describe("Batch norm's shift; default 0."),
};

export const networkInputs = {
  activation,
  batch,
  epsilon: number.optional().describe("Batch norm's epsilon; default 0."),
  ...scales,
  weightVariance: number.optional().describe("sigma_w^2; default 1."),
};

export const solveInputs = {
  method: z
    .enum(methods as [string, ...string[]])
    .optional()
    .describe("Forces a method."),
  tolerance: number.optional().describe("Relative to max(1, |value|); default 1e-10."),
};

export const parameters = {
  activation: z.string(),
  batch: real,
  epsilon: real,
  gamma: real,
  beta: real,
  weightVariance: real,
};
