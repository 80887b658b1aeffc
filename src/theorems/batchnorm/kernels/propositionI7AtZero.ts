import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousSlopeByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("I.7/zero").claim;

export const propositionI7AtZero = theorem({
  id: "batchnorm/proposition-i-7-zero",
  kind: "proposition",
  title: "J_phi'(0) in Gamma functions",
  notation: { a: "phi(1)", b: "-phi(-1)" },
  parameters: {
    alpha: { set: "real", min: 0.5, max: 8, open: "min", doc: "degree" },
    a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition I.7, third line" }],
  uses: ["batchnorm/proposition-i-7-slope"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-7-zero"),
    {
      kind: "routes",
      left: {
        name: "the kernel of phi' at 0 by Price's theorem and an angle",
        evaluate: ({ alpha, a, b }) => homogeneousSlopeByAngle(alpha, a, b, 0),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-9, why: "values up to 36 alpha, each to 1e-12" },
    },
  ],
});
