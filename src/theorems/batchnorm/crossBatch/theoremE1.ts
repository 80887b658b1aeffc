import { theorem } from "../../theorem.js";
import { forwardFactor } from "../ways/crossFactors.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousMoments } from "../ways/homogeneousMoments.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("theorem-e1");
const references = [
  { at: { B: 8, alpha: 1, p: 1, m: 0 }, value: "0.70967722602280317919" },
  { at: { B: 8, alpha: 1, p: 1, m: 1 }, value: "0.931283781292004707585" },
];

export const theoremE1 = theorem({
  id: "batchnorm/theorem-e-1",
  kind: "theorem",
  title: "How fast a homogeneous network forgets the covariance between two batches, forward",
  notation: { lambda_x: "the factor of a deviation with zero diagonal blocks, a layer" },
  parameters: homogeneousParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem E.1" }],
  uses: ["batchnorm/theorem-d-6"],
  proof: { kind: "steps", file: "proofs/batchnorm/crossBatch.ts" },
  checks: [
    exactly("theorem-e1"),
    {
      kind: "routes",
      left: {
        name: "the squared mean of a sample times its activation over mu, by angles",
        evaluate: (values) => forwardFactor(values.B, homogeneousMoments(values)),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-10, why: "a number below 1 of quotients of Gamma functions, to 1e-12" },
    },
    ...references.map(({ at, value }) => ({
      kind: "reference" as const,
      at,
      value,
      origin: "test/reference/batchnorm.json: closed form and quadrature (mpmath)",
      way: rightSide(claim),
      tolerance: { unit: "rel" as const, limit: 1e-14, why: "a formula in doubles" },
    })),
  ],
});
