import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gaussianMoment, kernelSlope, kernelValue } from "../ways/homogeneous.js";
import { bsb1, entriesOf, matrixOf, starPattern } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { plainMap, pushed } from "../ways/pushedCovariance.js";
import { gaussianRadius } from "./gaussianSpectrum.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

export const theoremB67 = theorem({
  id: "batchnorm/theorem-b-67",
  kind: "theorem",
  title:
    "The derivative of V at BSB1(sigma, c sigma) has the eigenvalue c_alpha sigma^(alpha-1) J_phi'(c) on matrices without diagonal and alpha c_alpha sigma^(alpha-1) J_phi(1) on the underlined L(a, b).",
  notation: {
    ...homogeneousNotation,
    a: "2 (J_phi'(c) - alpha J_phi(1))",
    b: "alpha J_phi(c) - c J_phi'(c)",
    "a', b'": "the coordinates of the image",
  },
  parameters: {
    B: { set: "integer", min: 3, max: 6, doc: "Batch size; any B in the theorem." },
    ...homogeneous,
    sigma: { set: "real", min: 0.1, max: 10, doc: "Diagonal of Sigma." },
    c: { set: "real", min: -0.3, max: 0.9, doc: "Correlation; the formula holds for -1 < c < 1." },
  },
  assumptions: [],
  claim: proofNamed("theorem-b67").claim,
  source: paper("Theorem B.67"),
  uses: ["batchnorm/theorem-b-62", "batchnorm/theorem-b-65"],
  proof: { kind: "steps", file: "proofs/batchnorm/covarianceDerivative.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of V along the underlined L(a, b) and along e_1 e_2^T + e_2 e_1^T, entries by integrals over an angle",
        evaluate: ({ B, sigma, c, ...phi }) =>
          directions(B, phi, c).flatMap((matrix) => {
            const radius = gaussianRadius(sigma, c, matrix);
            const image = pushed(plainMap(phi), bsb1(B, sigma, c * sigma), matrix, radius);
            return entriesOf(image.div(sigma ** (phi.alpha - 1)));
          }),
      },
      right: {
        name: "alpha c_alpha J_phi(1) and c_alpha J_phi'(c) times the matrices",
        evaluate: ({ B, c, ...phi }) => {
          const [star, pair] = directions(B, phi, c) as [
            ReturnType<typeof starPattern>,
            ReturnType<typeof starPattern>,
          ];
          const scale = gaussianMoment(phi.alpha);
          return [
            ...entriesOf(star.mul(scale * phi.alpha * kernelValue(phi, 1))),
            ...entriesOf(pair.mul(scale * kernelSlope(phi, c))),
          ];
        },
      },
      tolerance: { unit: "rel", limit: 1e-10, why: "central differences of values known to 1e-14 with step 1/5000" },
      cases: { count: 60, why: "28 matrices of integrals a point" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-b67")] },
  ],
});

type Phi = Parameters<typeof kernelValue>[0];

function directions(B: number, phi: Phi, c: number) {
  const slope = kernelSlope(phi, c);
  const a = 2 * (slope - phi.alpha * kernelValue(phi, 1));
  const b = phi.alpha * kernelValue(phi, c) - c * slope;
  const size = Math.max(1e-3, Math.abs(a), Math.abs(b));
  return [starPattern(B, a / size, b / size), matrixOf(B, (k, l) => (k + l === 1 ? 1 : 0))];
}
