import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousNotation } from "../ways/homogeneousChecks.js";
import { homogeneousRate } from "../ways/homogeneousMoments.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";
import { ratioExpressions, ratioNotation, reluTable } from "../ways/ratios.js";

const { claim } = proofNamed("rate-cancelled");

export const rateCancelled = theorem({
  id: "batchnorm/rate-cancelled",
  kind: "formula",
  title: "Theorem 8 with every cancellation carried out",
  notation: { ...homogeneousNotation, ...ratioNotation },
  parameters: homogeneousParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 8; this form is ours" }],
  uses: ["batchnorm/theorem-8"],
  proof: { kind: "steps", file: "proofs/batchnorm/rateCancelled.ts" },
  checks: [
    exactly("rate-cancelled"),
    {
      kind: "routes",
      left: { name: "the Dirichlet form over two samples, by an angle", evaluate: (values) => homogeneousRate(values) },
      right: rightSide(claim, ratioExpressions),
      tolerance: { unit: "rel", limit: 1e-11, why: "1/(2 alpha - 1) on both sides near degree 1/2" },
    },
    ...reluTable("rate", rightSide(claim, ratioExpressions)),
  ],
});
