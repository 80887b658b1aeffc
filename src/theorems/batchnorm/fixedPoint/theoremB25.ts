import { covarianceMap } from "../../../theory/batchnorm/covarianceMap.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { homogeneousActivation, kernelValue, sphereMoment } from "../ways/homogeneous.js";
import { homogeneousMoments } from "../ways/homogeneousMoments.js";
import { bsb1, entriesOf } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

export const theoremB25 = theorem({
  id: "batchnorm/theorem-b-25",
  kind: "theorem",
  title:
    "For phi homogeneous of degree alpha, V_B maps every BSB1 covariance to K_{alpha,B} J_phi(1) on the diagonal and K_{alpha,B} J_phi(-1/(B-1)) off it: the BSB1 fixed point exists and is unique.",
  notation: { ...homogeneousNotation, c: "the ratio of the two entries; q = K_{alpha,B} J_phi(1)" },
  parameters: {
    B: { set: "integer", min: 3, max: 8, doc: "Batch size; any B in the theorem." },
    ...homogeneous,
    Sigma: { set: "covariance", size: "B", class: "bsb1", doc: "Any BSB1 covariance." },
  },
  assumptions: [],
  claim: proofNamed("theorem-5-c").claim,
  source: paper("Theorem B.25"),
  uses: ["batchnorm/theorem-b-8", "batchnorm/definition-b-23", "batchnorm/lemma-b-15"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem5.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the library's Laplace integral at that covariance",
        evaluate: ({ Sigma, ...phi }) => covarianceMap(homogeneousActivation(phi), Sigma).values.flat(),
      },
      right: {
        name: "K_{alpha,B} times the kernel J_phi",
        evaluate: ({ B, ...phi }) => {
          const K = sphereMoment(phi.alpha, B);
          return entriesOf(bsb1(B, K * kernelValue(phi, 1), K * kernelValue(phi, -1 / (B - 1))));
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-9,
        why: "near c = 1 the centred covariance is a difference of nearly equal entries, to 1e-16 over 1 - c >= 1e-6",
      },
    },
    {
      kind: "routes",
      left: {
        name: "q and q c by the law of a point on the sphere and an angle between its samples",
        evaluate: ({ B, alpha, p, m }) => {
          const { q, pair } = homogeneousMoments({ B: Math.max(4, B), alpha, p, m });
          return [q, pair];
        },
      },
      right: {
        name: "K_{alpha,B} times the kernel J_phi",
        evaluate: ({ B, ...phi }) => {
          const K = sphereMoment(phi.alpha, Math.max(4, B));
          return [K * kernelValue(phi, 1), K * kernelValue(phi, -1 / (Math.max(4, B) - 1))];
        },
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "two quadratures to rounding" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-5-q"), proofNamed("theorem-5-c")] },
  ],
});
