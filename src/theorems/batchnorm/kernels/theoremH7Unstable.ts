import { theorem } from "../../theorem.js";
import { halfNormalMoment } from "../ways/halfLine.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("H.7/unstable").claim;

export const theoremH7Unstable = theorem({
  id: "batchnorm/theorem-h-7-unstable",
  kind: "theorem",
  title: "For 1/2 < alpha < 1 the fixed point J_alpha(1) = 1 repels",
  notation: { alpha: "the left side is J_alpha'(1)" },
  parameters: { alpha: { set: "real", min: 0.5, max: 1, open: "both", doc: "degree" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem H.7" }],
  uses: ["batchnorm/definition-h-4"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-7-unstable"),
    {
      kind: "routes",
      relation: "Less",
      left: { name: "one", evaluate: () => 1 },
      right: {
        // by Price's theorem J' = alpha^2 E z^(2 alpha - 2)/E z^(2 alpha) over the half line
        name: "J_alpha'(1) as a quotient of moments of a normal",
        evaluate: ({ alpha }) => alpha ** 2 * (halfNormalMoment(2 * alpha - 2) / halfNormalMoment(2 * alpha)),
      },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
  ],
});
