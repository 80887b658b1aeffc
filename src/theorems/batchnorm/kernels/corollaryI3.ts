import { over, root, times } from "../../../symbolic/build.js";
import { compare } from "../../../symbolic/proposition.js";
import { activationKernel } from "../../../theory/batchnorm/kernel.js";
import { theorem } from "../../theorem.js";
import { gaussianQuadrant, halfMoment } from "../ways/gaussianKernel.js";
import { homogeneousActivation } from "../ways/homogeneous.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const correlation = over("sigma12", root(times("sigma11", "sigma22")));
const claim = identityNamed("I.3").claim;

export const corollaryI3 = theorem({
  id: "batchnorm/corollary-i-3",
  kind: "corollary",
  title: "The covariance map of a homogeneous function is its kernel of the correlations, entry by entry",
  notation: { a: "phi(1)", b: "-phi(-1)" },
  parameters: {
    alpha: { set: "real", min: 0.1, max: 5, doc: "degree" },
    a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    sigma11: { set: "real", min: 0.5, max: 20, doc: "variance" },
    sigma22: { set: "real", min: 0.5, max: 20, doc: "variance" },
    sigma12: { set: "real", min: -10, max: 10, doc: "covariance" },
  },
  assumptions: [compare("Less", correlation, over(99, 100)), compare("Greater", correlation, over(-99, 100))],
  claim,
  source: [{ key: "yang2019", at: "Corollary I.3" }],
  uses: ["batchnorm/definition-i-4"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-3"),
    {
      kind: "routes",
      left: {
        name: "scales by homogeneity, the mean of normalised inputs by an angle in each quadrant",
        evaluate({ alpha, a, b, sigma11, sigma22, sigma12 }) {
          const size = (sigma11 * sigma22) ** (alpha / 2);
          const c = sigma12 / Math.sqrt(sigma11 * sigma22);
          const same = gaussianQuadrant(alpha, c);
          return size * ((a * a + b * b) * same - 2 * a * b * gaussianQuadrant(alpha, -c));
        },
      },
      right: {
        name: "c_alpha J_phi of the correlation, J_phi by the library's kernel",
        evaluate({ alpha, a, b, sigma11, sigma22, sigma12 }) {
          const phi = homogeneousActivation({ alpha, p: a, m: b });
          const { J } = activationKernel(phi, sigma12 / Math.sqrt(sigma11 * sigma22));
          return halfMoment(2 * alpha) * (sigma11 * sigma22) ** (alpha / 2) * J.value;
        },
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "quadrants that cancel, up to three digits" },
    },
  ],
});
