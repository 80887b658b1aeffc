import * as z from "zod";
import { gegenbauerExpansion, MAX_TERMS } from "../../../theory/batchnorm/coefficients.js";
import { kind } from "../../kind.js";
import { estimate, number, real, reals } from "../../schemas.js";
import { activation, batch, scales } from "./network.js";

export const gegenbauer = kind({
  name: "gegenbauer",
  area: "batchnorm",
  doc: "Gegenbauer coefficients a_k of an activation and the factors c_k",
  inputs: z.strictObject({
    activation,
    batch,
    ...scales,
    terms: z.int().min(1).max(MAX_TERMS).optional().describe("How many; default 8."),
    tolerance: number.gt(0).lt(1).optional().describe("Default 1e-10."),
  }),
  result: z.object({
    activation: z.string(),
    batch: real,
    gamma: real,
    beta: real,
    coefficients: z.array(estimate).describe("a_0, a_1, ..."),
    gaps: reals.describe("c_0 = 0, c_1, ...: q (1 - c) = sum of a_k^2 c_k."),
  }),
  example: { activation: "tanh", batch: 64, terms: 4 },
  compute({ terms = 8, tolerance, ...options }) {
    const { activation: phi, batch: size, coefficients, gaps } = gegenbauerExpansion(options, terms, tolerance);
    const { gamma = 1, beta = 0 } = options;
    return { activation: phi, batch: size, gamma, beta, coefficients, gaps };
  },
});
