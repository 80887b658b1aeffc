import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { logarithm, weightExplosion } from "../ways/networks.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("weight-gradient-rate");
const settings = ["relu", "tanh"].map((text) => ({ B: 8, phi: activation(text) }));

export const weightGradientRate = theorem({
  id: "batchnorm/weight-gradient-rate",
  kind: "corollary",
  title: "Weight gradients explode at the rate of the gradients",
  notation: { w: "E (dE/dw)^2 of a layer", "w'": "of the layer before it", lambda_G: "the explosion rate" },
  parameters: {
    B: { set: "integer", min: 4, max: 6, doc: "batch size; the dense operator reaches 6" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Appendix G; the conclusion is ours" }],
  uses: ["batchnorm/weight-gradients", "batchnorm/theorem-7"],
  proof: { kind: "steps", file: "proofs/batchnorm/weightGradients.ts" },
  checks: [
    exactly("weight-gradient-rate"),
    {
      kind: "simulation",
      name: "growth of the weights' squared gradients a layer, E log",
      at: settings.map((setting) => ({ ...setting, B: 6 })) as [(typeof settings)[number], (typeof settings)[number]],
      experiment: ({ B, phi }) => weightExplosion({ activation: phi, batch: B, depth: 14 }),
      predict: ({ B, phi }) => logarithm(batchNorm({ activation: phi, batch: B }).rate),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.006,
      budget: { quick: 1200, full: 1200 },
    },
  ],
});
