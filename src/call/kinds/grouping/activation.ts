import * as z from "zod";
import { derivedActivations } from "../../../theory/grouping/activations/derivedActivations.js";
import { kind } from "../../kind.js";
import { real, reals, vector } from "../../schemas.js";

export const activation = kind({
  name: "activation",
  area: "grouping",
  doc: "the activations that estimates of group indicators give (Definition 5), and the law of the indicators",
  inputs: z.strictObject({
    preactivation: vector.describe("One a unit."),
  }),
  result: z.object({
    relu: reals.describe("{0,1}, maximum, full."),
    swish: reals.describe("{0,1}, expectation, full."),
    sigmoid: reals.describe("{0,1}, expectation, partial."),
    heaviside: reals.describe("{0,1}, maximum, partial; 0 at 0."),
    tanh: reals.describe("{-1,1}, expectation, partial."),
    sign: reals.describe("{-1,1}, maximum, partial; -1 at 0."),
    abs: reals.describe("{-1,1}, maximum, full."),
    x_tanh_x: reals.describe("{-1,1}, expectation, full."),
    prob_of_argmax_state_01: real.describe("Of the most likely state of {0,1}^n."),
    entropy_nu_01_nats: real.describe("Of the law on {0,1}^n, nats."),
  }),
  example: { preactivation: [1.25, -0.5, 2] },
  compute({ preactivation }) {
    const { values, probabilityOfMostLikely, entropy } = derivedActivations(preactivation);
    return { ...values, prob_of_argmax_state_01: probabilityOfMostLikely, entropy_nu_01_nats: entropy };
  },
});
