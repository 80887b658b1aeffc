import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { erratumNamed, proofNamed } from "../ways/proofNamed.js";
import { reluForward } from "./reluForward.js";

const erratum = erratumNamed("theorem-6-m");
const relu = activation("relu");

export const theorem6 = theorem({
  id: "batchnorm/theorem-6",
  kind: "theorem",
  title:
    "For ReLU the covariance map linearised at the fixed point has the eigenvalues 0 on span(G) and, in closed form with 1/u for u = q(1-c), lambda_M on M and lambda_L on L.",
  notation: {
    u: "q (1 - c) = (1 - J_1(-1/(B-1)))/2, the coefficient of I in the fixed point",
    lambda_M: "the eigenvalue on M; that on L is batchnorm/theorem-6-l",
  },
  parameters: { B: { set: "integer", min: 4, max: 1_000_000, doc: "Batch size B > 3." } },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("Theorem 6, eqs. (18), (19)"),
  uses: ["batchnorm/theorem-b-68", "batchnorm/theorem-5"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem6.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "lambda_G and lambda_M by quadrature over the plane of two samples, cut at the kinks",
        evaluate: ({ B }) => {
          const { G, M } = batchNorm({ activation: relu, batch: B }, { method: "quadrature" }).forward;
          return [G, M!];
        },
      },
      right: {
        name: "0 and the corrected formula in elementary functions",
        evaluate: ({ B }) => [0, reluForward(B).M],
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "rounding of Gamma quotients; the quadrature states its own error" },
      cases: { count: 100, why: "a quadrature over the plane takes 20 ms at large batches" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-6-m"), proofNamed("forward-g")] },
    {
      kind: "reference",
      at: { B: 8 },
      value: "0.53861074071883884517",
      origin: "test/reference/batchnorm.json: arc-cosine closed form in mpmath, cross-checked with angular quadrature",
      way: { name: "the corrected formula", evaluate: ({ B }) => reluForward(B).M },
      tolerance: { unit: "rel", limit: 1e-14, why: "rounding of J_1 and of Gamma quotients" },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "The prefactor is printed with v, the coefficient of 11^T, where u, that of I, belongs.",
    damaged: true,
    refutation: { kind: "exact", erratum },
  },
});
