import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { marginalBackward } from "../../../theory/ladder/marginal/marginalBackward.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { negativeSlope } from "../ways/tangent.js";
import { networkAt, networkOn, rounding } from "./settings.js";

export const equation3 = theorem({
  id: "ladder/equation-3",
  kind: "definition",
  title:
    "The marginalised gradient, the mean of a reader's gradient given what the input's receptive field shows, is enough for the update of the weight.",
  notation: {
    Delta_w: "E[f_k(x_k) g_j(x_k)], g_j(x_k) = E[g_j(x) | x_k]",
    s_w: "minus the derivative of the loss with respect to w_jk",
  },
  parameters: networkOn("deterministic", "lossless", "faithful", "stochastic"),
  assumptions: [],
  claim: equation(symbol("Delta_w"), symbol("s_w")),
  source: paper("Eqn 3"),
  uses: ["ladder/equation-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "marginalised gradients from the top down, no gradient of an atom",
        evaluate: (point) => {
          const { network, targets } = networkAt(point, { of: "atom" });
          return marginalBackward(network, forwardPass(network), targets).updates.map(({ update }) => update);
        },
      },
      right: {
        name: "forward differentiation of the loss",
        evaluate: (point) => {
          const { network, targets } = networkAt(point, { of: "atom" });
          const { updates } = marginalBackward(network, forwardPass(network), targets);
          return updates.map(({ node, input }) => negativeSlope(network, targets, { node, input }));
        },
      },
      tolerance: rounding,
    },
  ],
});
