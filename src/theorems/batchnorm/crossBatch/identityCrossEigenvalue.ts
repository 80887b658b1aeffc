import { activation } from "../../../symbolic/activation/create.js";
import { theorem } from "../../theorem.js";
import { backwardFactor } from "../ways/crossFactors.js";
import { rightSide } from "../ways/formula.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("identity-cross-eigenvalue");

export const identityCrossEigenvalue = theorem({
  id: "batchnorm/identity-cross-eigenvalue",
  kind: "formula",
  title: "How fast two linear batches lose their covariance",
  notation: { lambda_x: "the cross-batch eigenvalue of the identity" },
  parameters: { B: { set: "integer", min: 4, max: 300, doc: "batch size; Gamma(B/2) overflows above 340" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem E.1; this form is ours" }],
  uses: ["batchnorm/cross-eigenvalue"],
  proof: { kind: "steps", file: "proofs/batchnorm/crossBatch.ts" },
  checks: [
    exactly("identity-cross-eigenvalue"),
    {
      kind: "routes",
      left: {
        name: "F.1's integral by quadrature",
        evaluate: ({ B }) => backwardFactor(activation("x"), B),
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-11, why: "quadrature, and Gamma functions of up to 150" },
    },
    {
      kind: "reference",
      at: { B: 8 },
      value: "0.931283781292004707585",
      origin: "test/reference/batchnorm.json: exact rational sphere moments",
      way: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-14, why: "a formula in doubles" },
    },
  ],
});
