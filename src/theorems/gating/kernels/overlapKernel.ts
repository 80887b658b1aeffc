import { overlapProduct } from "../../../../proofs/gating/kernels.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { enumeratedOverlap, overlapKernel as overlapMatrix } from "../../../theory/gating/kernels/overlapKernel.js";
import { gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { pathGates } from "../ways/plainPaths.js";
import { pointsOf } from "../ways/randomNetworks.js";
import { kernelNetwork, kernelSizes, pairs, rounding } from "./settings.js";

/** The second layer reads the second neuron only: where x_1 > 0 > x_2 its pre-activation is 0 and the path through the first neuron is open at >= 0. */
const cancelling = (atZero: "open" | "closed") =>
  gatedNetwork(
    "relu",
    {
      W: [
        [
          [1, 0],
          [0, 1],
        ],
        [[0, 1]],
        [[1]],
      ],
    },
    { atZero },
  );

export const overlapKernel = theorem({
  id: "gating/overlap-kernel",
  kind: "formula",
  title:
    "The overlap kernel, the number of shared active paths, is the product over layers of the number of shared active neurons, with the gates that define the paths.",
  notation: {
    Lambda: "the sum over paths of f_pi(x) f_pi(x')",
    P: "the product over layers of sum_i f_(l,i)(x) f_(l,i)(x')",
    "P'": "the same with 1(h_(l,i) > 0) in place of the gates of Eqn. 2",
  },
  parameters: kernelSizes,
  assumptions: [],
  claim: equation(symbol("Lambda"), symbol("P")),
  source: paper("section 3.2"),
  uses: ["gating/equation-2", "gating/equation-4"],
  proof: { kind: "steps", file: "proofs/gating/kernels.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [overlapProduct],
      because: "two layers of two neurons, gates symbols; more of either are more terms and factors",
    },
    {
      kind: "routes",
      left: {
        name: "path by path, at every pair of points",
        evaluate: (values) => {
          const network = kernelNetwork(values);
          return pairs(pointsOf(values, values.n).map((x) => pathGates(network, x))).map(([own, other]) =>
            own.reduce((sum, f, k) => sum + f * other[k], 0),
          );
        },
      },
      right: {
        name: "the product over layers",
        evaluate: (values) => overlapMatrix(kernelNetwork(values), pointsOf(values, values.n)).flat(),
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("Lambda"), symbol("P'")),
    says: "Gates are 1(. >= 0) in the definition of the paths and 1(h > 0) in the product: they differ at x = 0, and on open sets where weights cancel.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 1, L: 3, m: 1, C: 1, n: 1, model: "relu", weights: "gaussian", biases: "none", gates: ">=", seed: 1 },
      left: {
        name: "active paths of a network with W_2 = (0, 1) at (1, -1), gates of Eqn. 2",
        evaluate: () => enumeratedOverlap(cancelling("open"), [1, -1], [1, -1]),
      },
      right: {
        name: "the same with gates at > 0",
        evaluate: () => enumeratedOverlap(cancelling("closed"), [1, -1], [1, -1]),
      },
      tolerance: rounding,
    },
  },
});
