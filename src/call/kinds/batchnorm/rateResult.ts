/** The result of a network, as its JSON has it. */
import * as z from "zod";
import { estimate, real } from "../../schemas.js";
import { parameters } from "./network.js";

export const stability = z.object({
  verdict: z.enum(["stable", "unstable", "marginal", "collapsed"]),
  forwardMax: estimate.describe("The largest forward eigenvalue."),
});

const confirmation = z
  .object({ method: z.string(), rate: estimate, disagreement: real, agrees: z.boolean() })
  .nullable()
  .optional()
  .describe("With `confirm`; null where no second method applies.");

export const rateFields = {
  ...parameters,
  rate: estimate.describe("Factor by which E|gradient|^2 grows a layer."),
  depthScale: estimate.describe("1/ln(rate), layers."),
  trainableDepth: real.describe("16/ln(rate), layers."),
  stability,
  confirmation,
  notes: z.array(z.string()),
};
