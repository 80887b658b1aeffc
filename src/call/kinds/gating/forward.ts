import * as z from "zod";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { type GatedModel, type GateOptions, gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { pathMass } from "../../../theory/gating/paths/pathMass.js";
import { kind } from "../../kind.js";
import { real, vector } from "../../schemas.js";
import { assertOneOutput, expertBiases, expertWeights, gatingBiases, gatingWeights, steepness } from "./weights.js";

export const forward = kind({
  name: "forward",
  area: "gating",
  doc: "outputs and active paths of ReLU, deep linear and deep linearly gated networks at a point (Theorems 1, 2)",
  inputs: z.strictObject({
    W: gatingWeights,
    U: expertWeights.optional(),
    b: gatingBiases.optional(),
    c: expertBiases.optional(),
    x: vector.describe("The point."),
    beta: steepness.optional(),
  }),
  result: z.object({
    relu: real.describe("The ReLU network of W."),
    dlgn: real.optional().describe("Gates of W at >= 0, experts U; with U."),
    dlgn_pwc: real.optional().describe("The same where the experts read the all-ones vector."),
    dln: real.describe("The deep linear network of W."),
    dlgn_pwc_soft: real.optional().describe("With gates sigmoid(beta eta); with U and beta."),
    active_paths_relu: real.describe("|A(x)|."),
    active_paths_dlgn: real.describe("|A(x)|."),
    soft_path_mass: real.optional().describe("The sum of the soft gates of all paths; with beta."),
  }),
  example: { W: [[[1, 2]], [[1]]], U: [[[2, 1]], [[1]]], x: [1, 0.6], beta: 4 },
  compute({ W, U, b, c, x, beta }) {
    assertOneOutput("W", W);
    assertOneOutput("U", U);
    const shared = (model: GatedModel) => gatedNetwork(model, { W, b });
    // gates alone need no experts: those of W have the right shape
    const gated = (model: GatedModel, options: GateOptions = {}) =>
      gatedNetwork(model, { W, b, U: U ?? W, c }, options);
    const output = (network: ReturnType<typeof shared>) => gatedForward(network, x).output[0];
    return {
      relu: output(shared("relu")),
      ...(U && { dlgn: output(gated("dlgn")), dlgn_pwc: output(gated("dlgn-pwc")) }),
      dln: output(shared("dln")),
      ...(U && beta !== undefined && { dlgn_pwc_soft: output(gated("dlgn-pwc", { beta })) }),
      active_paths_relu: pathMass(shared("relu"), x),
      active_paths_dlgn: pathMass(gated("dlgn"), x),
      ...(beta !== undefined && { soft_path_mass: pathMass(gated("dlgn", { beta }), x) }),
    };
  },
});
