import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { erratumNamed, proofNamed } from "../ways/proofNamed.js";
import { printedForward } from "./forwardForms.js";
import { atZero, firstOrder } from "./largeBatch.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

const erratum = erratumNamed("b69-l");

export const propositionB69 = theorem({
  id: "batchnorm/proposition-b-69",
  kind: "proposition",
  title: "As the batch grows lambda_L = alpha + [J_phi'(0)/(J_phi(1) - J_phi(0)) - alpha (2 alpha + 1)]/B + O(1/B^2).",
  notation: {
    ...homogeneousNotation,
    lambda_L: "the forward eigenvalue on L; that on M is batchnorm/proposition-b-69-m",
  },
  parameters: {
    B: { set: "integer", min: 5000, max: 100_000, doc: "Batch size from which the coefficient is extrapolated." },
    ...homogeneous,
  },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("Proposition B.69, first line"),
  uses: ["batchnorm/theorem-b-68"],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/b69.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "B (lambda_L - alpha) at B .. 8B by Theorem B.68, extrapolated",
        evaluate: ({ B, ...phi }) => firstOrder((batch) => printedForward(phi, batch).L, phi.alpha, B),
      },
      right: {
        name: "the coefficient of 1/B",
        evaluate: (phi) => atZero(phi).slope - phi.alpha * (2 * phi.alpha + 1),
      },
      tolerance: {
        unit: "abs",
        limit: 1e-6,
        why: "8B = 8e5 times five times the rounding of an eigenvalue, of up to 30 where mu cancels",
      },
    },
    { kind: "exact", proofs: [proofNamed("theorem-b68-l"), Object.freeze({ ...erratum, claim: erratum.corrected })] },
  ],
  printed: {
    claim: erratum.printed,
    says: "The coefficient of 1/B is printed as 2 alpha^3 - 4 alpha^2 - alpha + R0, right for alpha = 1 only.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
