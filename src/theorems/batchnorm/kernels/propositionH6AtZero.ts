import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("H.6/zero").claim;

export const propositionH6AtZero = theorem({
  id: "batchnorm/proposition-h-6-zero",
  kind: "proposition",
  title: "J_alpha(0) in Gamma functions",
  parameters: { alpha: { set: "real", min: -0.5, max: 12, open: "min", doc: "degree" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition H.6" }],
  uses: ["batchnorm/definition-h-4"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-6-zero"),
    {
      kind: "routes",
      left: {
        name: "the normalised mean over two independent normals by an angle",
        evaluate: ({ alpha }) => kernelByAngle(alpha, 0),
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-12, why: "quadrature and Gamma functions up to degree 12" },
    },
  ],
});
