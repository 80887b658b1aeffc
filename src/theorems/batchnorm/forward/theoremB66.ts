import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gaussianMoment, kernelSlope, kernelValue } from "../ways/homogeneous.js";
import { proofNamed } from "../ways/proofNamed.js";
import { denseGaussianSpectrum } from "./gaussianSpectrum.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

export const theoremB66 = theorem({
  id: "batchnorm/theorem-b-66",
  kind: "theorem",
  title: "The centred derivative of V at G has three eigenvalues in J_phi(1), J_phi(-1/(B-1)) and J_phi'(-1/(B-1)).",
  notation: { ...homogeneousNotation, lambda_G: "the eigenvalue on span(G)" },
  parameters: { B: { set: "integer", min: 4, max: 7, doc: "Batch size; any B >= 4 in the theorem." }, ...homogeneous },
  assumptions: [],
  claim: proofNamed("theorem-b66-g").claim,
  source: paper("Theorem B.66"),
  uses: ["batchnorm/theorem-b-65"],
  proof: { kind: "steps", file: "proofs/batchnorm/covarianceDerivative.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "Rayleigh quotients of central differences of V at G, entries by integrals over an angle",
        evaluate: ({ B, ...phi }) => {
          const sigma = (B - 1) / B;
          return denseGaussianSpectrum(phi, B, sigma, -1 / (B - 1)).map((value) => value * sigma ** (phi.alpha - 1));
        },
      },
      right: {
        name: "the printed eigenvalues",
        evaluate: ({ B, ...phi }) => {
          const rho = -1 / (B - 1);
          const [gap, slope] = [kernelValue(phi, 1) - kernelValue(phi, rho), kernelSlope(phi, rho)];
          const scale = gaussianMoment(phi.alpha) * ((B - 1) / B) ** (phi.alpha - 1);
          const onL = (phi.alpha * (B - 2) * gap + (B / (B - 1)) * slope) / B;
          return [(phi.alpha * gap * (B - 1)) / B, onL, slope].map((value) => scale * value);
        },
      },
      tolerance: { unit: "rel", limit: 1e-10, why: "central differences of values known to 1e-14 with step 1/5000" },
      cases: { count: 60, why: "42 matrices of integrals a point" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-b66-g"), proofNamed("theorem-b66-l"), proofNamed("theorem-b66-m")] },
  ],
});
