import { evaluate } from "../../../symbolic/evaluate.js";
import { theorem } from "../../theorem.js";
import { angleIntegral } from "../ways/crossFactors.js";
import { sides } from "../ways/formula.js";
import { homogeneousMoments } from "../ways/homogeneousMoments.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("theorem-f2");
const { right } = sides(claim);

export const theoremF2 = theorem({
  id: "batchnorm/theorem-f-2",
  kind: "theorem",
  title: "How fast the covariance of two batches' gradients is forgotten by a homogeneous network",
  notation: { lambda_x: "the factor of the gradients' covariance between two batches, a layer", mu: "q (1 - c)" },
  parameters: homogeneousParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem F.2" }],
  uses: ["batchnorm/theorem-f-1"],
  proof: { kind: "steps", file: "proofs/batchnorm/crossBatch.ts" },
  checks: [
    exactly("theorem-f2"),
    {
      kind: "routes",
      left: {
        name: "F.1's integral by tanh-sinh, mu by an angle",
        evaluate(values) {
          const { B, alpha, p, m } = values;
          const integral = alpha * (p + m) * (B - 1) ** ((alpha - 1) / 2) * angleIntegral(alpha - 1, B - 1);
          return ((B / (2 * Math.PI)) * integral ** 2) / homogeneousMoments(values).mu;
        },
      },
      right: {
        name: "the claim's right side, evaluated as it stands, with mu by an angle",
        evaluate: (values) => evaluate(right, { ...values, mu: homogeneousMoments(values).mu }),
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "Beta(alpha/2, B/2) loses up to 1e-10 at batches of 1e6" },
    },
    {
      kind: "reference",
      at: { B: 64, alpha: 1, p: 1, m: 0 },
      value: "0.7307587558874880676",
      origin: "test/reference/batchnorm.json: closed form and quadrature (mpmath)",
      way: {
        name: "the claim's right side with mu by an angle",
        evaluate: (values) => evaluate(right, { ...values, mu: homogeneousMoments(values).mu }),
      },
      tolerance: { unit: "rel", limit: 1e-13, why: "a formula in doubles" },
    },
  ],
});
