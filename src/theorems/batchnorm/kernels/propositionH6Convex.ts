import { theorem } from "../../theorem.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("H.6/convex").claim;

export const propositionH6Convex = theorem({
  id: "batchnorm/proposition-h-6-convex",
  kind: "proposition",
  title: "J_alpha is convex on [0, 1)",
  notation: { c: "the claim is of J_alpha''(c), as the derivative of its power series" },
  parameters: {
    alpha: { set: "real", min: -0.5, max: 12, open: "min", doc: "degree" },
    c: { set: "real", min: 0, max: 1, open: "max", doc: "correlation" },
    step: { set: "real", min: 0.001, max: 0.999, doc: "part of the way from c to 1" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition H.6" }],
  uses: ["batchnorm/definition-h-4"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-6-convex"),
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "J_alpha by an angle, half way",
        evaluate: ({ alpha, c, step }) => kernelByAngle(alpha, c + (step * (1 - c)) / 2),
      },
      right: {
        name: "the mean of J_alpha by an angle at both ends",
        evaluate: ({ alpha, c, step }) => (kernelByAngle(alpha, c) + kernelByAngle(alpha, c + step * (1 - c))) / 2,
      },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of values in [0, 1]" },
    },
  ],
});
