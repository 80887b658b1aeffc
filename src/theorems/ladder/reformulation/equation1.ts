import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { backwardPass } from "../../../theory/ladder/network/backwardPass.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { negativeSlopeAt } from "../ways/tangent.js";
import { networkAt, networkOn, rounding } from "./settings.js";

export const equation1 = theorem({
  id: "ladder/equation-1",
  kind: "definition",
  title:
    "The gradient that a node receives, after its own gate, is minus the derivative of the squared loss with respect to what the node sums.",
  notation: {
    g_k: "f'_k(x) sum_j w_jk g_j(x), with target - output at the top",
    s_k: "minus the derivative of the loss of one input with respect to f_raw_k",
  },
  parameters: networkOn("deterministic", "lossless", "faithful", "stochastic"),
  assumptions: [],
  claim: equation(symbol("g_k"), symbol("s_k")),
  source: paper("Eqn 1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "back-propagation on every atom",
        evaluate: (point) => {
          const { network, targets } = networkAt(point, { of: "atom" });
          const gradient = backwardPass(network, forwardPass(network), targets);
          return network.nodes.flatMap(({ id }) => [...gradient.get(id)!.gradient]);
        },
      },
      right: {
        name: "forward differentiation with respect to each node",
        evaluate: (point) => {
          const { network, targets, ladder } = networkAt(point, { of: "atom" });
          return network.nodes.flatMap(({ id }) =>
            ladder.weights.map((_, atom) => negativeSlopeAt(network, targets, atom, { node: id })),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
