/** The second half of H.9: n derivatives take J_alpha to J_(alpha-n). */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { kernelByAngle } from "../ways/gaussianKernel.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

const orders = [2, 3] as const;

function iterated(order: (typeof orders)[number]) {
  const { claim } = identityNamed(`H.9/degree-minus-${order}`);
  return theorem({
    id: `batchnorm/proposition-h-9-order-${order}`,
    kind: "proposition",
    title: `J_(alpha-${order}) is a multiple of the derivative of J_alpha of order ${order}`,
    notation: { c: "derivatives are those of the power series about 0" },
    parameters: {
      alpha: { set: "real", min: order - 0.5, max: 12, open: "min", doc: "degree" },
      c: { set: "real", min: -0.95, max: 0.95, doc: "correlation" },
    },
    assumptions: [],
    claim,
    source: [{ key: "yang2019", at: "Proposition H.9, last line" }],
    uses: ["batchnorm/proposition-h-9"],
    proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
    checks: [
      exactly(`kernel-h-9-degree-minus-${order}`),
      {
        kind: "routes",
        left: {
          name: `J_(alpha-${order}) by an angle`,
          evaluate: ({ alpha, c }) => kernelByAngle(alpha - order, c),
        },
        right: rightSide(claim),
        tolerance: { unit: "abs", limit: 1e-10, why: "the series' two parts cancel near c = -1, to 1e-11 at -0.95" },
      },
    ],
  });
}

/** n = 2 and n = 3. */
export const propositionH9Iterated = orders.map(iterated);
