import * as z from "zod";
import { transition as criticalDegree } from "../../../theory/batchnorm/transition.js";
import { kind } from "../../kind.js";
import { estimate, number, real } from "../../schemas.js";
import { batch } from "./network.js";

export const transition = kind({
  name: "transition",
  area: "batchnorm",
  doc: "the degree alpha_c at which BSB1 of the alpha-ReLU loses stability",
  inputs: z.strictObject({ batch }),
  result: z.object({
    batch: real,
    alpha: estimate.nullable().describe("null where BSB1 is stable up to `searched`."),
    searched: number,
  }),
  example: { batch: 8 },
  compute: ({ batch: size }) => criticalDegree(size),
});
