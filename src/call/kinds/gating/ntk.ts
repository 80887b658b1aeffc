import * as z from "zod";
import { type TangentOptions, tangentKernel } from "../../../theory/gating/kernels/tangentKernel.js";
import { type GatedModel, type GateOptions, gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { kind } from "../../kind.js";
import { real, vector } from "../../schemas.js";
import { expertBiases, expertWeights, gatingBiases, gatingWeights, steepness } from "./weights.js";

export const ntk = kind({
  name: "ntk",
  area: "gating",
  doc: "empirical neural tangent kernels of ReLU networks and DLGNs at two points, by backpropagation",
  inputs: z.strictObject({
    W: gatingWeights,
    U: expertWeights,
    b: gatingBiases.optional(),
    c: expertBiases.optional(),
    x: vector.describe("The point."),
    x_prime: vector.describe("The other one."),
    beta: steepness.optional().describe("beta of the soft gates; default 1."),
  }),
  result: z.object({
    relu: real.describe("Over W_1, ..., W_L."),
    dlgn_hard_U: real.describe("Over U, step gates."),
    dlgn_pwc_hard_U: real,
    dlgn_pwc_soft_U_and_W: real.describe("Over U and W, gates sigmoid(beta eta)."),
    dlgn_pwc_soft_W_part: real.describe("Over W alone."),
    dlgn_hard_W_part: real.describe("Over W, step gates: 0."),
  }),
  example: { W: [[[1, 2]], [[1]]], U: [[[2, 1]], [[1]]], x: [1, 0.6], x_prime: [0.8, -0.3], beta: 1 },
  names: { points: "x" },
  compute({ W, U, b, c, x, x_prime, beta = 1 }) {
    const between = (network: ReturnType<typeof gatedNetwork>, parameters: TangentOptions["parameters"] = "all") =>
      tangentKernel(network, [x, x_prime], { parameters })[0][1];
    const gated = (model: GatedModel, options: GateOptions = {}) => gatedNetwork(model, { W, U, b, c }, options);
    const soft = gated("dlgn-pwc", { beta });
    return {
      relu: between(gatedNetwork("relu", { W, b })),
      dlgn_hard_U: between(gated("dlgn"), "U"),
      dlgn_pwc_hard_U: between(gated("dlgn-pwc"), "U"),
      dlgn_pwc_soft_U_and_W: between(soft),
      dlgn_pwc_soft_W_part: between(soft, "W"),
      dlgn_hard_W_part: between(gated("dlgn"), "W"),
    };
  },
});
