/** The partial derivatives of V(Sigma); each claim is the derivative's integral, so that no term stands for a derivative. */
import { activationKernel } from "../../../theory/batchnorm/kernel.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { halfMoment, homogeneousKernelByAngle } from "../ways/gaussianKernel.js";
import { halfNormalMoment } from "../ways/halfLine.js";
import { homogeneousActivation } from "../ways/homogeneous.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const parameters = {
  alpha: { set: "real", min: 0.5, max: 5, open: "min", doc: "degree" },
  a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
  b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
  sigma11: { set: "real", min: 0.8, max: 3, doc: "variance" },
  sigma22: { set: "real", min: 0.8, max: 3, doc: "variance" },
  sigma12: { set: "real", min: -0.75, max: 0.75, doc: "covariance" },
} as const;
const source = [{ key: "yang2019", at: "Proposition I.6" }] as const;

interface Covariance {
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly sigma11: number;
  readonly sigma22: number;
  readonly sigma12: number;
}

/** V(Sigma)_12/c_alpha by an angle. */
function entry({ alpha, a, b, sigma11, sigma22, sigma12 }: Covariance): number {
  const size = Math.sqrt(sigma11 * sigma22);
  return size ** alpha * homogeneousKernelByAngle(alpha, a, b, sigma12 / size);
}

/** J_phi and J_phi' by the library's kernel. */
function kernelOfPhi({ alpha, a, b, sigma11, sigma22, sigma12 }: Covariance) {
  const c = sigma12 / Math.sqrt(sigma11 * sigma22);
  const { J, derivative } = activationKernel(homogeneousActivation({ alpha, p: a, m: b }), c);
  return { c, J: J.value, slope: derivative.value };
}

const diagonal = identityNamed("I.6/diagonal").claim;
const diagonalTheorem = theorem({
  id: "batchnorm/proposition-i-6-diagonal",
  kind: "proposition",
  title: "The derivative of V(Sigma)_11 in Sigma_11",
  notation: { r: "the claim is its integral over the variance from q to r" },
  parameters: {
    alpha: { set: "real", min: 0.01, max: 8, doc: "degree" },
    a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    q: { set: "real", min: 0.1, max: 3, doc: "variance" },
  },
  assumptions: [],
  claim: diagonal,
  source,
  uses: ["batchnorm/proposition-i-2-variance"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-6-diagonal"),
    {
      kind: "routes",
      left: {
        name: "differences in the variance of the second moment, each by tanh-sinh",
        evaluate: ({ alpha, a, b, q }) =>
          slopeByDifferences((s) => (a * a + b * b) * halfNormalMoment(2 * alpha, s), q, q),
      },
      right: {
        name: "c_alpha alpha Sigma_11^(alpha-1) J_phi(1)",
        evaluate: ({ alpha, a, b, q }) => halfMoment(2 * alpha) * alpha * q ** (alpha - 1) * (a * a + b * b),
      },
      tolerance: { unit: "rel", limit: 1e-8, why: "differences lose four digits" },
    },
  ],
});

const offDiagonal = identityNamed("I.6/off-diagonal").claim;
const offDiagonalTheorem = theorem({
  id: "batchnorm/proposition-i-6-off-diagonal",
  kind: "proposition",
  title: "The derivative of V(Sigma)_12 in Sigma_12",
  notation: { s: "the claim is its integral over the covariance from 0, both sides without c_alpha" },
  parameters,
  assumptions: [],
  claim: offDiagonal,
  source,
  uses: ["batchnorm/corollary-i-3"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-6-off-diagonal"),
    {
      kind: "routes",
      left: {
        name: "differences in the covariance of the entry by an angle",
        evaluate: (values) => {
          const reach = Math.sqrt(values.sigma11 * values.sigma22) - Math.abs(values.sigma12);
          return slopeByDifferences((sigma12) => entry({ ...values, sigma12 }), values.sigma12, reach);
        },
      },
      right: {
        name: "Sigma_11^((alpha-1)/2) Sigma_22^((alpha-1)/2) J_phi'(c)",
        evaluate: (values) => (values.sigma11 * values.sigma22) ** ((values.alpha - 1) / 2) * kernelOfPhi(values).slope,
      },
      tolerance: { unit: "abs", limit: 1e-7, why: "differences lose four digits of values up to 1e3" },
    },
  ],
});

const mixed = identityNamed("I.6/mixed").claim;
const mixedTheorem = theorem({
  id: "batchnorm/proposition-i-6-mixed",
  kind: "proposition",
  title: "The derivative of V(Sigma)_12 in Sigma_11",
  notation: { r: "the claim is its integral over the variance from Sigma_11 to r, both sides without c_alpha" },
  parameters,
  assumptions: [],
  claim: mixed,
  source,
  uses: ["batchnorm/corollary-i-3"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-6-mixed"),
    {
      kind: "routes",
      left: {
        name: "differences in the variance of the entry by an angle",
        evaluate: (values) => {
          const least = values.sigma12 ** 2 / values.sigma22;
          return slopeByDifferences((sigma11) => entry({ ...values, sigma11 }), values.sigma11, values.sigma11 - least);
        },
      },
      right: {
        name: "1/2 Sigma_11^((alpha-2)/2) Sigma_22^(alpha/2) (alpha J_phi(c) - c J_phi'(c))",
        evaluate: (values) => {
          const { c, J, slope } = kernelOfPhi(values);
          const { alpha, sigma11, sigma22 } = values;
          return 0.5 * sigma11 ** ((alpha - 2) / 2) * sigma22 ** (alpha / 2) * (alpha * J - c * slope);
        },
      },
      tolerance: { unit: "abs", limit: 1e-7, why: "differences lose four digits of values up to 1e3" },
    },
  ],
});

export const propositionI6 = [diagonalTheorem, offDiagonalTheorem, mixedTheorem];
