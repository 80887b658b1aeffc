import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { forwardByPairs } from "../ways/forwardByPairs.js";
import { kernelSlope, kernelValue } from "../ways/homogeneous.js";
import { erratumNamed, proofNamed } from "../ways/proofNamed.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

const erratum = erratumNamed("b70-order");

export const corollaryB70 = theorem({
  id: "batchnorm/corollary-b-70",
  kind: "corollary",
  title:
    "lambda_L - lambda_M is (B-2)/(B-1+2 alpha) times alpha - B R/(B-1), R = J_phi'(rho)/(J_phi(1) - J_phi(rho)): of either sign.",
  notation: {
    ...homogeneousNotation,
    R: "J_phi'(rho)/(J_phi(1) - J_phi(rho)), rho = -1/(B-1)",
    lambda_L: "the forward eigenvalue on L",
    lambda_M: "the forward eigenvalue on M",
  },
  parameters: { B: { set: "integer", min: 4, max: 10_000, doc: "Batch size B." }, ...homogeneous },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("Corollary B.70, lambda_L > lambda_M"),
  uses: ["batchnorm/theorem-b-68"],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/b70Order.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "lambda_L - lambda_M by integrals over the angle between two samples, and lambda_L",
        evaluate: ({ B, ...phi }) => {
          const { L, M } = forwardByPairs(phi, B);
          return [L - M, L];
        },
      },
      right: {
        name: "(B-2)/(B-1+2 alpha) (alpha - B R/(B-1)), and lambda_L with it from lambda_M = B R/(B-1+2 alpha)",
        evaluate: ({ B, ...phi }) => {
          const rho = -1 / (B - 1);
          const R = kernelSlope(phi, rho) / (kernelValue(phi, 1) - kernelValue(phi, rho));
          const difference = ((B - 2) / (B - 1 + 2 * phi.alpha)) * (phi.alpha - (B * R) / (B - 1));
          return [difference, difference + (B * R) / (B - 1 + 2 * phi.alpha)];
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-11,
        why: "mu, in every denominator, cancels where J_phi is nearly constant, by up to 30",
      },
    },
    {
      kind: "exact",
      proofs: [
        proofNamed("forward-l"),
        proofNamed("forward-m"),
        Object.freeze({ ...erratum, claim: erratum.corrected }),
      ],
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "lambda_L > lambda_M is false: for sgn(x)|x|^0.8 at B = 8 it is below, and for the identity both are equal.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
