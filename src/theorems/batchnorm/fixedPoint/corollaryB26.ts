import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { kernelValue, sphereMoment } from "../ways/homogeneous.js";
import { homogeneousMoments } from "../ways/homogeneousMoments.js";
import { proofNamed } from "../ways/proofNamed.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

export const corollaryB26 = theorem({
  id: "batchnorm/corollary-b-26",
  kind: "corollary",
  title: "At the fixed point G Sigma* G = mu G with mu = K_{alpha,B} (J_phi(1) - J_phi(-1/(B-1))).",
  notation: { ...homogeneousNotation, mu: "q (1 - c)" },
  parameters: { B: { set: "integer", min: 4, max: 1_000_000, doc: "Batch size B." }, ...homogeneous },
  assumptions: [],
  claim: proofNamed("theorem-5-mu").claim,
  source: paper("Corollary B.26"),
  uses: ["batchnorm/theorem-b-25", "batchnorm/lemma-b-15"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem5.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "E phi(z1)^2 - E phi(z1) phi(z2) by the law of a point on the sphere and an angle between its samples",
        evaluate: ({ B, alpha, p, m }) => {
          const { q, pair } = homogeneousMoments({ B, alpha, p, m });
          return [q - pair, q];
        },
      },
      right: {
        name: "K_{alpha,B} times the difference of the kernel J_phi; q",
        evaluate: ({ B, ...phi }) => {
          const K = sphereMoment(phi.alpha, B);
          return [K * (kernelValue(phi, 1) - kernelValue(phi, -1 / (B - 1))), K * kernelValue(phi, 1)];
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-12,
        why: "rounding relative to q; mu itself cancels where J_phi is nearly constant",
      },
    },
    { kind: "exact", proofs: [proofNamed("theorem-5-mu")] },
    {
      kind: "reference",
      at: { B: 128, alpha: 1, p: 1, m: 0 },
      value: "0.34280862700651717",
      origin: "test/reference/batchnorm.json: arc-cosine closed form in mpmath, cross-checked with angular quadrature",
      way: {
        name: "mu of ReLU by the library",
        evaluate: ({ B }) => batchNorm({ activation: activation("relu"), batch: B }).fixedPoint.mu,
      },
      tolerance: { unit: "rel", limit: 1e-15, why: "rounding of the last digits of a double" },
    },
  ],
});
