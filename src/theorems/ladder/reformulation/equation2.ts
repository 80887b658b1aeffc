import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { backwardPass, weightUpdates } from "../../../theory/ladder/network/backwardPass.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { slopesOfWeights } from "../ways/slopesOfWeights.js";
import { networkAt, networkOn, rounding } from "./settings.js";

export const equation2 = theorem({
  id: "ladder/equation-2",
  kind: "formula",
  title: "The step of gradient descent on a weight is the mean of the input's activation times the reader's gradient.",
  notation: {
    Delta_w: "E[f_k(x) g_j(x)]",
    s_w: "minus the derivative of 1/2 E sum_o (target_o - f_o)^2 with respect to w_jk",
  },
  parameters: networkOn("deterministic", "lossless", "faithful", "stochastic"),
  assumptions: [],
  claim: equation(symbol("Delta_w"), symbol("s_w")),
  source: paper("Eqn 2"),
  uses: ["ladder/equation-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "E[f_k g_j] by back-propagation",
        evaluate: (point) => {
          const { network, targets } = networkAt(point, { of: "atom" });
          const activity = forwardPass(network);
          const gradient = backwardPass(network, activity, targets);
          return weightUpdates(network, activity, gradient).map(({ update }) => update);
        },
      },
      right: {
        name: "forward differentiation of the loss",
        evaluate: (point) => {
          const { network, targets } = networkAt(point, { of: "atom" });
          return slopesOfWeights(network, targets);
        },
      },
      tolerance: rounding,
    },
  ],
});
