/** H.10 for n = 1, 2, 3: derivatives of J_alpha (1-c^2)^(-alpha-1/2) raise the degree. */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const orders = [1, 2, 3] as const;

function raised(order: (typeof orders)[number]) {
  const { claim } = identityNamed(`H.10/degree-plus-${order}`);
  return theorem({
    id: `batchnorm/proposition-h-10-order-${order}`,
    kind: "proposition",
    title: `J_(alpha+${order}) from the derivatives of J_alpha up to the order ${order}`,
    notation: { c: "derivatives are those of the power series about 0" },
    parameters: {
      alpha: { set: "real", min: 0, max: 8, doc: "degree" },
      c: { set: "real", min: -0.95, max: 0.95, doc: "correlation" },
    },
    assumptions: [],
    claim,
    source: [
      { key: "yang2019", at: "Proposition H.10" },
      { key: "cho2009", at: "appendix" },
    ],
    uses: ["batchnorm/definition-h-4"],
    proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
    checks: [
      exactly(`kernel-h-10-degree-plus-${order}`, `kernel-h-10-constant-${order}`),
      {
        kind: "routes",
        left: {
          name: `J_(alpha+${order}) by an angle`,
          evaluate: ({ alpha, c }) => kernelByAngle(alpha + order, c),
        },
        right: rightSide(claim),
        tolerance: { unit: "abs", limit: 1e-10, why: "the derivatives' series cancel near c = -1, to 1e-11 at -0.95" },
      },
    ],
  });
}

export const propositionH10 = orders.map(raised);
