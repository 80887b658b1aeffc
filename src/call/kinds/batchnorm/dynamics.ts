import * as z from "zod";
import { dynamics as follow } from "../../../theory/batchnorm/dynamics/dynamics.js";
import { dynamicsResult } from "../../../theory/batchnorm/results/dynamicsResult.js";
import { kind } from "../../kind.js";
import { estimate, matrix, real } from "../../schemas.js";
import { dynamicsKind } from "./dynamicsKind.js";
import { networkInputs, parameters } from "./network.js";
import { stability } from "./rateResult.js";

const pair = z.array(estimate);

export const dynamics = kind({
  name: "dynamics",
  area: "batchnorm",
  doc: "where a network goes that leaves its symmetric fixed point, and the rate there",
  inputs: z.strictObject({
    ...networkInputs,
    start: z
      .union([z.enum(["random", "bsb1"]), matrix], { error: '"random", "bsb1" or a covariance' })
      .optional()
      .describe("Where the path starts; default random."),
    seed: z.int().optional().describe("Fixes the network's noise; default 1."),
    steps: z.int().optional().describe("Layers at most; default 400."),
    width: z.int().optional().describe("Width of the network that is followed; default 1000."),
  }),
  result: z.object({
    ...parameters,
    kind: dynamicsKind,
    blocks: z.array(z.int()).describe("Group sizes."),
    merged: z.array(z.boolean()),
    period: z.int().nullable(),
    rate: estimate.nullable(),
    depthScale: estimate.nullable(),
    trainableDepth: real.nullable(),
    covariance: z.object({ diagonal: pair, offDiagonal: pair, between: estimate }).nullable(),
    growth: estimate.nullable(),
    residual: real.nullable(),
    bsb1: z.object({ rate: estimate, stability }),
    seed: z.int(),
    width: z.int(),
    layers: z.int(),
    path: z.array(z.object({ layer: z.int(), groups: z.array(z.int()), ratio: real })),
    notes: z.array(z.string()),
  }),
  example: { activation: "x^2", batch: 10, steps: 60 },
  compute: ({ start, seed, steps, width, ...options }) =>
    dynamicsResult(follow(options, { start, seed, steps, width })),
});
