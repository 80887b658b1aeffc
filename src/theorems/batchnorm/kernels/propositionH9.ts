import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { rightSide } from "../ways/formula.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("H.9").claim;

export const propositionH9 = theorem({
  id: "batchnorm/proposition-h-9",
  kind: "proposition",
  title: "The slope of J_alpha is a multiple of J_(alpha-1)",
  notation: { c: "the left side is J_alpha'(c), as the derivative of its power series" },
  parameters: {
    alpha: { set: "real", min: 0.5, max: 12, open: "min", doc: "degree" },
    c: { set: "real", min: -0.99, max: 0.99, doc: "correlation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition H.9" }],
  uses: ["batchnorm/definition-h-4"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-9", "kernel-h-9-angle", "kernel-h-9-degree-minus-1"),
    {
      kind: "routes",
      left: {
        name: "differences of J_alpha by an angle",
        evaluate: ({ alpha, c }) => slopeByDifferences((x) => kernelByAngle(alpha, x), c, 1 - Math.abs(c)),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-9, why: "rounding of the differences over a step of 4e-5 at |c| = 0.99" },
    },
  ],
});
