import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { nodeOf } from "../../../theory/ladder/network/network.js";
import { reformulation } from "../../../theory/ladder/reformulation/reformulation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { forwardBounds } from "../ways/propagationBounds.js";
import { gapRounding, lossyNetworkOn, networkAt, notAllZero } from "./settings.js";

export const theorem2Forward = theorem({
  id: "ladder/theorem-2-forward-gap",
  kind: "proposition",
  title:
    "On any ladder the forward gap of Eqn 8 is at most the covariance of the gate plus what focus of knowledge fails by.",
  notation: {
    d: "|E[f_j | z_alpha] - f'_j(z_alpha) sum_k w_jk E[f_k(z_beta) | z_alpha]|",
    r: "|Cov(f_raw_j, f'_j | z_alpha)| + f'_j(z_alpha) sum_k |w_jk| E[TV(P(x_k | z_alpha, z_beta), P(x_k | z_beta)) | z_alpha] (max f_k - min f_k)",
  },
  parameters: lossyNetworkOn("deterministic", "stochastic"),
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
          const gaps = reformulation(network, targets).nodes.flatMap(({ node, exact, activation }) =>
            nodeOf(network, node).kind === "input" ? [] : exact.activation.map((f, a) => Math.abs(f - activation[a]!)),
          );
          return notAllZero("gaps", gaps);
        },
      },
      right: {
        name: "covariances and total-variation distances by brute force",
        evaluate: (point) => forwardBounds(networkAt(point)),
      },
      tolerance: gapRounding,
    },
  ],
});
