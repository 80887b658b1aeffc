import { theorem } from "../../theorem.js";
import { anglePower } from "../ways/crossFactors.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("theorem-d6");

export const theoremD6 = theorem({
  id: "batchnorm/theorem-d-6",
  kind: "theorem",
  title: "The covariance between two batches of a homogeneous activation in Gamma functions",
  notation: { c_x: "the entries between two batches at the fixed point" },
  parameters: {
    ...homogeneousParameters,
    B: { set: "integer", min: 4, max: 300, doc: "batch size; Gamma((B-1)/2) overflows above 340" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem D.6" }],
  uses: ["batchnorm/theorem-d-3", "batchnorm/lemma-d-5"],
  proof: { kind: "steps", file: "proofs/batchnorm/crossBatch.ts" },
  checks: [
    exactly("theorem-d6"),
    {
      kind: "routes",
      left: {
        name: "the squared integral over the angle by tanh-sinh",
        evaluate: ({ B, alpha, p, m }) => ((p - m) * anglePower(B, alpha)) ** 2,
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-11, why: "quadrature to 1e-13, Gamma functions of up to 150 to 1e-13" },
    },
    {
      kind: "reference",
      at: { B: 4, alpha: 1, p: 1, m: 0 },
      value: "0.1875000000000000000",
      origin: "test/reference/batchnorm.json: arc-cosine closed form and double quadrature (mpmath)",
      way: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-14, why: "Gamma functions of small arguments" },
    },
  ],
});
