import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { homogeneousKernelByAngle, homogeneousSlopeByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("I.7/degree-minus-1").claim;

export const propositionI7Slope = theorem({
  id: "batchnorm/proposition-i-7-slope",
  kind: "proposition",
  title: "The slope of J_phi is the kernel of phi' over 2 alpha - 1",
  notation: { a: "phi(1)", b: "-phi(-1)" },
  parameters: {
    alpha: { set: "real", min: 0.5, max: 8, open: "min", doc: "degree" },
    a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    c: { set: "real", min: -0.99, max: 0.99, doc: "correlation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition I.7, first line" }],
  uses: ["batchnorm/definition-i-4", "batchnorm/proposition-h-9"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-7-degree-minus-1"),
    {
      kind: "routes",
      left: {
        name: "differences of the four quadrants by an angle",
        evaluate: ({ alpha, a, b, c }) =>
          slopeByDifferences((x) => homogeneousKernelByAngle(alpha, a, b, x), c, 1 - Math.abs(c)),
      },
      right: {
        name: "the kernel of phi'(x) = alpha (a x_+^(alpha-1) + b x_-^(alpha-1)) by Price's theorem",
        evaluate: ({ alpha, a, b, c }) => homogeneousSlopeByAngle(alpha, a, b, c),
      },
      tolerance: { unit: "abs", limit: 1e-7, why: "differences of values up to 36 over a step of 4e-5" },
    },
  ],
});
