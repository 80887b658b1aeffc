import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("H.6/minus-one").claim;

export const propositionH6AtMinusOne = theorem({
  id: "batchnorm/proposition-h-6-minus-one",
  kind: "proposition",
  title: "J_alpha(-1) = 0",
  parameters: { alpha: { set: "real", min: 0, max: 12, doc: "degree" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition H.6" }],
  uses: ["batchnorm/definition-h-4"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-6-minus-one"),
    {
      kind: "routes",
      left: {
        name: "the normalised mean over two opposite normals by an angle",
        evaluate: ({ alpha }) => kernelByAngle(alpha, -1),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-15, why: "the arc on which both are positive rounds" },
    },
  ],
});
