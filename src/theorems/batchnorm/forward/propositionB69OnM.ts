import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { erratumNamed, proofNamed } from "../ways/proofNamed.js";
import { printedForward } from "./forwardForms.js";
import { atZero, firstOrder } from "./largeBatch.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

const erratum = erratumNamed("b69-m");

export const propositionB69OnM = theorem({
  id: "batchnorm/proposition-b-69-m",
  kind: "proposition",
  title:
    "As the batch grows lambda_M = R0 + [(1 - 2 alpha) R0 - J_phi''(0)/(J_phi(1) - J_phi(0)) - R0^2]/B + O(1/B^2), R0 = J_phi'(0)/(J_phi(1) - J_phi(0)).",
  notation: { ...homogeneousNotation, lambda_M: "the forward eigenvalue on M" },
  parameters: {
    B: { set: "integer", min: 5000, max: 100_000, doc: "Batch size from which the coefficient is extrapolated." },
    ...homogeneous,
  },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("Proposition B.69, second line"),
  uses: ["batchnorm/theorem-b-68"],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/b69.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "B (lambda_M - R0) at B .. 8B by Theorem B.68, extrapolated",
        evaluate: ({ B, ...phi }) => firstOrder((batch) => printedForward(phi, batch).M, atZero(phi).slope, B),
      },
      right: {
        name: "the coefficient of 1/B",
        evaluate: (phi) => {
          const { slope, curvature } = atZero(phi);
          return (1 - 2 * phi.alpha) * slope - curvature - slope * slope;
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-6,
        why: "8B = 8e5 times five times the rounding of an eigenvalue, of up to 30 where mu cancels",
      },
    },
    { kind: "exact", proofs: [proofNamed("theorem-b68-m"), Object.freeze({ ...erratum, claim: erratum.corrected })] },
  ],
  printed: {
    claim: erratum.printed,
    says: "In the coefficient of 1/B the factor of R0 is printed as 2 alpha^2 - 4 alpha + 1; it is 1 - 2 alpha.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
