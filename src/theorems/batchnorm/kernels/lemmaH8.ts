import { domainError } from "../../../numeric/domain.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { kernelParameters } from "../ways/parameters.js";
import { exactly } from "../ways/proofNamed.js";

/**
 * The recurrence in the degree. It is printed for alpha > 1; for alpha <= 3/2 it reaches J_(alpha-2) of a degree of -1/2 or less, which
 * Definition H.4 does not have: as a normalised covariance it would be 0, its variance being infinite.
 */
const { claim } = identityNamed("H.8");
const printedRight = "c J_(alpha-1)(c), J_(alpha-2) being 0: a finite covariance over an infinite variance";

export const lemmaH8 = theorem({
  id: "batchnorm/lemma-h-8",
  kind: "lemma",
  title: "J_alpha from the kernels of the two degrees below, for alpha > 3/2",
  parameters: {
    alpha: { set: "real", min: 1, max: 12, open: "min", doc: "degree; the claim is for those above 3/2" },
    c: kernelParameters.c,
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Lemma H.8" }],
  uses: ["batchnorm/definition-h-4"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-8", "kernel-h-8-angle"),
    {
      kind: "routes",
      left: {
        name: "J_alpha by an angle",
        evaluate({ alpha, c }) {
          if (!(alpha > 1.5)) throw domainError("alpha", alpha, "above 3/2", "J_(alpha-2) does not exist below.");
          return kernelByAngle(alpha, c);
        },
      },
      right: rightSide(claim),
      tolerance: {
        unit: "abs",
        limit: 1e-12,
        why: "J is at most 1; the factor 1/(2 alpha - 3) lifts rounding near 3/2",
      },
    },
  ],
  printed: {
    claim,
    says: "It is stated for alpha > 1, but for alpha <= 3/2 the kernel J_(alpha-2) does not exist; the recurrence is singular at 3/2.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { alpha: 1.25, c: 0.3 },
      left: { name: "J_alpha by an angle", evaluate: ({ alpha, c }) => kernelByAngle(alpha, c) },
      right: { name: printedRight, evaluate: ({ alpha, c }) => c * kernelByAngle(alpha - 1, c) },
      tolerance: { unit: "abs", limit: 1e-6, why: "both sides are known to 1e-13" },
    },
  },
});
