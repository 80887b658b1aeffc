/** J_alpha of half-integer degree, in complete elliptic integrals of (1+c)/2. */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

function elliptic(twice: 1 | 3 | 5) {
  const { claim } = identityNamed(`kernel/degree-${twice}/2`);
  return theorem({
    id: `batchnorm/kernel-degree-${twice}-2`,
    kind: "formula",
    title: `J_(${twice}/2) in complete elliptic integrals`,
    parameters: { c: { set: "real", min: -0.95, max: 1, open: "max", doc: "correlation" } },
    assumptions: [],
    claim,
    source: [{ key: "cho2009", at: "eq. (3); this form is ours" }],
    uses: ["batchnorm/definition-h-4", "batchnorm/lemma-h-8"],
    proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
    checks: [
      exactly(`kernel-degree-${twice}-2`),
      {
        kind: "routes",
        left: {
          name: "the normalised mean over two normals, in polar coordinates of their plane",
          evaluate: ({ c }) => kernelByAngle(twice / 2, c),
        },
        right: rightSide(claim),
        tolerance: { unit: "abs", limit: 1e-12, why: "K and E cancel near c = -1" },
      },
    ],
  });
}

export const kernelElliptic = ([1, 3, 5] as const).map(elliptic);
