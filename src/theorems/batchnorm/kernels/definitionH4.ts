import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { theorem } from "../../theorem.js";
import { kernelAtAngle } from "../ways/gaussianKernel.js";
import { finiteLine } from "../ways/halfLine.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const claim = identityNamed("H.4").claim;

/** The integral of H.4 as printed, both ends measured from where the integrand may be singular. */
function printedIntegral(alpha: number, theta: number): number {
  const gap = (phi: number) => 2 * Math.sin(theta / 2) ** 2 + 2 * Math.cos(theta) * Math.sin(phi / 2) ** 2;
  const near = finiteLine((phi) => Math.cos(phi) ** alpha * gap(phi) ** (-1 - alpha), Math.PI / 4, 400);
  const far = finiteLine(
    (rest) => Math.sin(rest) ** alpha * (1 - Math.cos(theta) * Math.sin(rest)) ** (-1 - alpha),
    Math.PI / 4,
  );
  return near + far;
}

export const definitionH4 = theorem({
  id: "batchnorm/definition-h-4",
  kind: "definition",
  title: "The arc-cosine kernel J_alpha is an integral over an angle",
  notation: { J_alpha: "E rho_alpha(z1) rho_alpha(z2)/c_alpha at the correlation cos(theta)" },
  parameters: {
    alpha: { set: "real", min: -0.5, max: 8, open: "min", doc: "degree" },
    theta: { set: "real", min: 0, max: Math.PI, open: "both", doc: "angle between two inputs" },
  },
  assumptions: [],
  claim,
  source: [
    { key: "yang2019", at: "Definition H.4" },
    { key: "cho2009", at: "eq. (3)" },
  ],
  uses: ["batchnorm/definition-h-2"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-4"),
    {
      kind: "routes",
      left: {
        name: "the normalised mean over two normals, in polar coordinates of their plane",
        evaluate: ({ alpha, theta }) => kernelAtAngle(alpha, theta),
      },
      right: {
        name: "the printed integral by tanh-sinh",
        evaluate: ({ alpha, theta }) =>
          (Math.sin(theta) ** (2 * alpha + 1) * gammaRatio(alpha + 0.5, 0.5) * printedIntegral(alpha, theta)) /
          (Math.sqrt(Math.PI) * 2 ** alpha),
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "the integrand peaks like theta^(-2 alpha - 2) at small angles" },
    },
  ],
});
