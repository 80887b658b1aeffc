import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { forwardByPairs } from "../ways/forwardByPairs.js";
import { kernelSlope, kernelValue } from "../ways/homogeneous.js";
import { erratumNamed, proofNamed } from "../ways/proofNamed.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

const erratum = erratumNamed("b70-sign");

export const corollaryB70Sign = theorem({
  id: "batchnorm/corollary-b-70-sign",
  kind: "corollary",
  title:
    "lambda_G = 0 and lambda_M = B R/(B-1+2 alpha) has the sign of J_phi'(-1/(B-1)), negative for even activations.",
  notation: {
    ...homogeneousNotation,
    R: "J_phi'(rho)/(J_phi(1) - J_phi(rho)), rho = -1/(B-1)",
    lambda_M: "the forward eigenvalue on M",
  },
  parameters: { B: { set: "integer", min: 4, max: 10_000, doc: "Batch size B." }, ...homogeneous },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("Corollary B.70, lambda_M > lambda_G"),
  uses: ["batchnorm/theorem-b-68"],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/b70Sign.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "lambda_M by integrals over the angle between two samples",
        evaluate: ({ B, ...phi }) => forwardByPairs(phi, B).M,
      },
      right: {
        name: "B R/(B-1+2 alpha)",
        evaluate: ({ B, ...phi }) => {
          const rho = -1 / (B - 1);
          const R = kernelSlope(phi, rho) / (kernelValue(phi, 1) - kernelValue(phi, rho));
          return (B * R) / (B - 1 + 2 * phi.alpha);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-11,
        why: "mu, in the denominator, cancels where J_phi is nearly constant, by up to 30",
      },
    },
    {
      kind: "exact",
      proofs: [
        proofNamed("forward-m"),
        proofNamed("forward-g"),
        Object.freeze({ ...erratum, claim: erratum.corrected }),
      ],
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "lambda_M > 0 is false: it is -0.3134 for |x| at B = 6, and negative for |x| at every B.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
