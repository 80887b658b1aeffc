import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { outputNodes } from "../../../theory/ladder/network/network.js";
import { reformulation } from "../../../theory/ladder/reformulation/reformulation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { backwardBounds } from "../ways/propagationBounds.js";
import { gapRounding, lossyNetworkOn, networkAt, notAllZero } from "./settings.js";

export const theorem2Backward = theorem({
  id: "ladder/theorem-2-backward-gap",
  kind: "proposition",
  title:
    "Where contents fix labels, the backward gap of Eqn 8 is at most the covariance of the gate plus what broadness of knowledge fails by.",
  notation: {
    d: "|E[g_k | z_beta] - f'_k(z_beta) sum_j w_jk E[g_j(z_alpha) | z_beta]|",
    r: "|Cov(g_raw_k, f'_k | z_beta)| + f'_k(z_beta) sum_j |w_jk| E[TV(P(x_j | z_alpha, z_beta), P(x_j | z_alpha)) | z_beta] (max g_j - min g_j)",
  },
  parameters: lossyNetworkOn("deterministic"),
  assumptions: [],
  claim: compare("LessEqual", symbol("d"), symbol("r")),
  source: paper("Theorem 2, proof with residuals"),
  uses: ["ladder/theorem-2"],
  proof: {
    kind: "open",
    reason: "Means over P and Q differ by at most TV(P, Q) times the range; not written as steps.",
  },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "gaps of one step",
        evaluate: (point) => {
          const { network, targets } = networkAt(point);
          const outputs = outputNodes(network).map(({ id }) => id);
          const gaps = reformulation(network, targets).nodes.flatMap(({ node, exact, gradient }) =>
            outputs.includes(node) ? [] : exact.backward.gradient.map((g, b) => Math.abs(g - gradient[b]!)),
          );
          return notAllZero("gaps", gaps);
        },
      },
      right: {
        name: "covariances and total-variation distances by brute force",
        evaluate: (point) => backwardBounds(networkAt(point)),
      },
      tolerance: gapRounding,
    },
  ],
});
