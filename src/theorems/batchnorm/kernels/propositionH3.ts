import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { halfNormalMoment } from "../ways/halfLine.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("H.3").claim;

export const propositionH3 = theorem({
  id: "batchnorm/proposition-h-3",
  kind: "proposition",
  title: "The second moment of the alpha-ReLU is c_alpha times the variance to the power alpha",
  notation: { z: "a normal variable of mean 0 and variance q" },
  parameters: {
    alpha: { set: "real", min: -0.5, max: 12, open: "min", doc: "degree" },
    q: { set: "real", min: 1e-3, max: 1e3, doc: "variance" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition H.3" }],
  uses: ["batchnorm/definition-h-2"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-3"),
    {
      kind: "routes",
      left: {
        name: "the integral on the left by tanh-sinh",
        evaluate: ({ alpha, q }) => halfNormalMoment(2 * alpha, q),
      },
      right: rightSide(claim),
      tolerance: {
        unit: "rel",
        limit: 2e-11,
        why: "the quadrature has 5e-12 near alpha = -1/2, where the integral diverges",
      },
    },
  ],
});
