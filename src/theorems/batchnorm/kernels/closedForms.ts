/** H.5's three examples. */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { kernelParameters } from "../ways/parameters.js";
import { exactly } from "../ways/proofNamed.js";

const forms = [
  ["j0", "H.5/J0", "J_0 is the angle between the inputs' opposites over pi"],
  ["j1", "H.5/J1", "J_1, the kernel of the ReLU, in closed form"],
  ["j2", "H.5/J2", "J_2, the kernel of the squared ReLU, in closed form"],
] as const;

function closedForm([slug, name, title]: (typeof forms)[number], degree: number) {
  const { claim } = identityNamed(name);
  return theorem({
    id: `batchnorm/closed-form-${slug}`,
    kind: "formula",
    title,
    parameters: { c: kernelParameters.c },
    assumptions: [],
    claim,
    source: [
      { key: "yang2019", at: "after Proposition H.5" },
      { key: "cho2009", at: "eqs. (4) to (6)" },
    ],
    uses: ["batchnorm/definition-h-4"],
    proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
    checks: [
      exactly(`kernel-h-5-${slug}`, `kernel-h-5-${slug}-angle`),
      {
        kind: "routes",
        left: {
          name: "the normalised mean over two normals, in polar coordinates of their plane",
          evaluate: ({ c }) => kernelByAngle(degree, c),
        },
        right: rightSide(claim),
        tolerance: { unit: "abs", limit: 1e-14, why: "J is at most 1; the closed forms cancel near c = -1" },
      },
    ],
  });
}

/** J_0, J_1 and J_2. */
export const closedForms = [0, 1, 2].map((degree) => closedForm(forms[degree]!, degree));
