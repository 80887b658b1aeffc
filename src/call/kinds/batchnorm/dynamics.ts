import * as z from "zod";
import { dynamics as follow } from "../../../theory/batchnorm/dynamics/dynamics.js";
import { depthScaleOf } from "../../../theory/batchnorm/dynamics/reached.js";
import { kind } from "../../kind.js";
import { estimate, matrix, real } from "../../schemas.js";
import { dynamicsKind } from "./dynamicsKind.js";
import { networkInputs, parameters, parametersOf } from "./network.js";
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
  compute({ start, seed, steps, width, ...options }) {
    const {
      bsb1,
      attractor,
      kind: end,
      blocks,
      period,
      rate,
      layers,
      path,
      notes,
      ...how
    } = follow(options, {
      ...{ start, seed, steps, width },
    });
    const depthScale = rate === null ? null : depthScaleOf(rate);
    const covariance = attractor?.covariance ?? null;
    return {
      ...parametersOf(bsb1),
      ...{ kind: end, blocks: [...blocks], merged: [...(attractor?.merged ?? [])], period, rate, depthScale },
      trainableDepth: depthScale === null ? null : 16 * depthScale.value,
      covariance:
        covariance === null
          ? null
          : { ...covariance, diagonal: [...covariance.diagonal], offDiagonal: [...covariance.offDiagonal] },
      ...{ growth: attractor?.growth ?? null, residual: attractor?.residual ?? null },
      bsb1: { rate: bsb1.rate, stability: bsb1.stability },
      ...{ seed: how.seed, width: how.width, layers },
      path: path.map((point) => ({ ...point, groups: [...point.groups] })),
      notes: [...notes],
    };
  },
});
