import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { proofNamed } from "../ways/proofNamed.js";
import { denseGaussianSpectrum, gaussianSpectrum } from "./gaussianSpectrum.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

export const theoremB65 = theorem({
  id: "batchnorm/theorem-b-65",
  kind: "theorem",
  title:
    "For homogeneous phi the centred derivative of V at BSB1(sigma, c sigma) has eigenvalues in J_phi(1), J_phi(c) and J_phi'(c) on span(G), L and M.",
  notation: { ...homogeneousNotation, lambda_L: "the eigenvalue on L", sigma: "the diagonal, the paper's p" },
  parameters: {
    B: { set: "integer", min: 4, max: 6, doc: "Batch size; any B >= 4 in the theorem." },
    ...homogeneous,
    sigma: { set: "real", min: 0.1, max: 10, doc: "Diagonal of Sigma." },
    c: { set: "real", min: -0.3, max: 0.9, doc: "Correlation; the formula holds for -1 < c < 1." },
  },
  assumptions: [],
  claim: proofNamed("theorem-b65-l").claim,
  source: paper("Theorem B.65"),
  uses: ["batchnorm/theorem-b-64"],
  proof: { kind: "steps", file: "proofs/batchnorm/covarianceDerivative.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "Rayleigh quotients of central differences of V, entries by integrals over an angle",
        evaluate: ({ B, sigma, c, ...phi }) => denseGaussianSpectrum(phi, B, sigma, c),
      },
      right: { name: "the printed eigenvalues", evaluate: ({ B, c, ...phi }) => gaussianSpectrum(phi, B, c) },
      tolerance: { unit: "rel", limit: 1e-10, why: "central differences of values known to 1e-14 with step 1/5000" },
      cases: { count: 60, why: "42 matrices of integrals a point" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-b65-g"), proofNamed("theorem-b65-l"), proofNamed("theorem-b65-m")] },
  ],
});
