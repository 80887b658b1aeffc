import * as z from "zod";
import { domainError } from "../../../numeric/domain.js";
import { type TangentOptions, tangentKernel } from "../../../theory/gating/kernels/tangentKernel.js";
import { type GatedModel, type GateOptions, gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { kind } from "../../kind.js";
import { real, vector } from "../../schemas.js";
import { assertOneOutput, expertBiases, expertWeights, gatingBiases, gatingWeights, steepness } from "./weights.js";

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
    relu: real.describe("Over W_1, ..., W_L; the slope of ReLU at 0 is 0, as in automatic differentiation."),
    dlgn_hard_U: real.describe("Over U, step gates."),
    dlgn_pwc_hard_U: real,
    dlgn_pwc_soft_U_and_W: real.describe("Over U and W, gates sigmoid(beta eta)."),
    dlgn_pwc_soft_W_part: real.describe("Over W alone."),
    dlgn_hard_W_part: real.describe("Over W, step gates: 0."),
  }),
  example: { W: [[[1, 2]], [[1]]], U: [[[2, 1]], [[1]]], x: [1, 0.6], x_prime: [0.8, -0.3], beta: 1 },
  names: { points: "x" },
  compute({ W, U, b, c, x, x_prime, beta = 1 }) {
    assertOneOutput("U", U);
    if (W.length === U.length) assertOneOutput("W", W);
    if (x_prime.length !== x.length) {
      throw domainError("x_prime.length", x_prime.length, `${x.length}, as of x`, "Pass two points of one dimension.");
    }
    const between = (network: ReturnType<typeof gatedNetwork>, parameters: TangentOptions["parameters"] = "all") =>
      tangentKernel(network, [x, x_prime], { parameters })[0][1];
    const gated = (model: GatedModel, options: GateOptions = {}) => gatedNetwork(model, { W, U, b, c }, options);
    const soft = gated("dlgn-pwc", { beta });
    return {
      relu: between(gatedNetwork("relu", { W, b }, { atZero: "closed" })),
      dlgn_hard_U: between(gated("dlgn"), "U"),
      dlgn_pwc_hard_U: between(gated("dlgn-pwc"), "U"),
      dlgn_pwc_soft_U_and_W: between(soft),
      dlgn_pwc_soft_W_part: between(soft, "W"),
      dlgn_hard_W_part: between(gated("dlgn"), "W"),
    };
  },
});
