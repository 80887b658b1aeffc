/** Line 2 of I.7; in the extraction c J_phi(c) stands outside the factor (2 alpha + 1)/(1-c^2). */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousSlopeByAngle } from "../ways/gaussianKernel.js";
import { erratumNamed, exactly } from "../ways/proofNamed.js";

const erratum = erratumNamed("i7");
const claim = erratum.corrected;

export const propositionI7Raised = theorem({
  id: "batchnorm/proposition-i-7-raised",
  kind: "proposition",
  title: "The slope of J_phi from the kernels of one degree more",
  notation: { p: "phi(1)", m: "-phi(-1)" },
  parameters: {
    alpha: { set: "real", min: 0.5, max: 8, open: "min", doc: "degree" },
    p: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
    m: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    c: { set: "real", min: -0.99, max: 0.99, doc: "correlation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition I.7, second line" }],
  uses: ["batchnorm/definition-i-4", "batchnorm/proposition-h-11"],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/i7.ts" },
  checks: [
    exactly("kernel-i-7-degree-plus-1"),
    {
      kind: "routes",
      left: {
        name: "the kernel of phi' by Price's theorem and an angle",
        evaluate: ({ alpha, p, m, c }) => homogeneousSlopeByAngle(alpha, p, m, c),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-8, why: "1/(1-c^2) and the difference of kernels lose four digits at 0.99" },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "The factor (2 alpha + 1)/(1-c^2) belongs to c J_phi(c) too.",
    damaged: true,
    refutation: { kind: "exact", erratum },
  },
});
