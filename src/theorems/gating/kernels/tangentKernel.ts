import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { tangentDiagonal, tangentKernel as tangentMatrix } from "../../../theory/gating/kernels/tangentKernel.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { plainTangent } from "../ways/plainNetwork.js";
import { pointOf, pointsOf } from "../ways/randomNetworks.js";
import { kernelNetwork, kernelSizes, pairs, rounding } from "./settings.js";

export const tangentKernel = theorem({
  id: "gating/tangent-kernel",
  kind: "formula",
  title:
    "The empirical tangent kernel is a sum over layers of products of two Gram matrices: of what the layer reads and of what backpropagation sends to it.",
  notation: {
    Theta: "the sum over parameters, and outputs, of the products of derivatives at x and x'",
    G: "the sum over layers of <h_(l-1), h'_(l-1)> <delta_l, delta'_l>, and of <eta_(l-1), eta'_(l-1)> <eps_l, eps'_l> for soft gates; with biases <., .> + 1 in front",
  },
  parameters: { ...kernelSizes, n: { ...kernelSizes.n, max: 2 } },
  assumptions: [],
  claim: equation(symbol("Theta"), symbol("G")),
  source: paper("section 4, Figure 4; the sums are ours"),
  uses: ["gating/equation-6", "gating/equation-9"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "one run of dual numbers for every parameter",
        evaluate: (values) => {
          const network = kernelNetwork(values);
          return pairs(pointsOf(values, values.n)).map(([x, other]) => plainTangent(network, x, other));
        },
      },
      right: {
        name: "backpropagation, layer by layer",
        evaluate: (values) => tangentMatrix(kernelNetwork(values), pointsOf(values, values.n)).flat(),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the diagonal by itself",
        evaluate: (values) => tangentDiagonal(kernelNetwork(values), [pointOf(values)]),
      },
      right: {
        name: "squares of derivatives by dual numbers",
        evaluate: (values) => [plainTangent(kernelNetwork(values), pointOf(values), pointOf(values))],
      },
      tolerance: rounding,
    },
  ],
});
