/** The first half of C.12; nothing orders L and M. */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { total } from "../ways/homogeneousChecks.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { erratumNamed, proofNamed } from "../ways/proofNamed.js";

const erratum = erratumNamed("c12");

export const propositionC12 = theorem({
  id: "batchnorm/proposition-c-12",
  kind: "proposition",
  title: "The gradient's eigenvalue on span(G) is at least that on L",
  notation: { lambda_G: "the explosion rate", lambda_L: "the gradient's eigenvalue on L" },
  parameters: homogeneousParameters,
  assumptions: [],
  claim: erratum.corrected,
  source: [{ key: "yang2019", at: "Proposition C.12" }],
  uses: ["batchnorm/theorem-c-11-g", "batchnorm/theorem-c-11-l"],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/c12.ts" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "lambda_L by moments of two samples", evaluate: (values) => total(values, "L") },
      right: rightSide(proofNamed("theorem-c11-g").claim),
      tolerance: { unit: "rel", limit: 1e-10, why: "they are equal for alpha = 1, p = m" },
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "lambda_M by moments of two samples", evaluate: (values) => total(values, "M") },
      right: rightSide(proofNamed("theorem-c11-g").claim),
      tolerance: { unit: "rel", limit: 1e-10, why: "they are equal for alpha = 1, p = m" },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "It goes on with lambda_L >= lambda_M, which fails for phi(x) = 0.7 x_+^1.3 - 0.4 x_-^1.3 at B = 6.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
