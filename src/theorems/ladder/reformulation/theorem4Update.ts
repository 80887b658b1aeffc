import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { byEvent, conditionalCovariances, conditionalTable, priorsOf } from "../../../theory/ladder/groupBy.js";
import { regionOf } from "../../../theory/ladder/ladder.js";
import { backwardPass } from "../../../theory/ladder/network/backwardPass.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { nodeOf } from "../../../theory/ladder/network/network.js";
import { reformulation } from "../../../theory/ladder/reformulation/reformulation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { slopesOfWeights } from "../ways/slopesOfWeights.js";
import { type NetworkPoint, networkAt, networkOn, rounding, type Trained } from "./settings.js";

/** (P_ab F_beta)^T G~_alpha of every weight, with exact F and G~, and the covariances that it leaves out. */
function updates({ ladder, network, targets }: Trained) {
  const { nodes } = reformulation(network, targets);
  const means = new Map(nodes.map(({ node, exact }) => [node, exact]));
  const activity = forwardPass(network);
  const gradient = backwardPass(network, activity, targets);
  return network.nodes.flatMap((node) => {
    if (node.kind === "input") return [];
    const alpha = regionOf(ladder, node.region);
    const priors = priorsOf(ladder, alpha);
    return node.inputs.map(({ node: below }) => {
      const beta = regionOf(ladder, nodeOf(network, below).region);
      const f = means.get(below)!.activation;
      const seen = conditionalTable(ladder, alpha, beta).map((row) => row.reduce((sum, p, b) => sum + p * f[b]!, 0));
      const product = seen.reduce(
        (sum, value, a) => sum + value * priors[a]! * means.get(node.id)!.backward.gradient[a]!,
        0,
      );
      const [h, k] = [activity.get(below)!.activation, gradient.get(node.id)!.gradient];
      const covariances = conditionalCovariances(ladder, h, k, byEvent(alpha));
      return { product, left: covariances.reduce((sum, value, a) => sum + priors[a]! * value, 0) };
    });
  });
}

const slopes = (point: NetworkPoint) => {
  const { network, targets } = networkAt(point);
  return slopesOfWeights(network, targets);
};

export const theorem4Update = theorem({
  id: "ladder/theorem-4-update",
  kind: "theorem",
  title:
    "Under focus of knowledge the weight update is (P_ab F_beta)^T G~_alpha plus the mean covariance of f_k and g_j given z_alpha.",
  notation: {
    Delta_W: "minus the derivative of the loss with respect to w_jk",
    D_1: "((P_ab F_beta)^T G~_alpha)_kj",
    D_2: "E[Cov(f_k, g_j | z_alpha)] + D_1",
  },
  parameters: networkOn("faithful", "lossless"),
  assumptions: [],
  claim: equation(symbol("Delta_W"), symbol("D_2")),
  source: paper("Theorem 4, Eqns 60 to 71"),
  uses: ["ladder/equation-2", "ladder/theorem-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "forward differentiation of the loss", evaluate: slopes },
      right: {
        name: "the product of matrices and the covariances",
        evaluate: (point) => updates(networkAt(point)).map(({ product, left }) => product + left),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the covariances of a lossless ladder",
        evaluate: (point) => updates(networkAt({ ...point, class: "lossless" })).map(({ left }) => left),
      },
      right: {
        name: "zero",
        evaluate: (point) => updates(networkAt({ ...point, class: "lossless" })).map(() => 0),
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of covariances of numbers of order 10" },
    },
  ],
  printed: {
    claim: equation(symbol("Delta_W"), symbol("D_1")),
    says: "The proof assumes that f_k and g_j are uncorrelated given z_alpha. That is none of the conditions of Theorem 2, and does not follow from them: on a ladder where all three hold the update differs.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { class: "faithful", pixels: 2, values: 3, levels: 2, events: 1, zeros: 0, seed: 1, width: 1 },
      left: {
        name: "forward differentiation of the loss, all gates open",
        evaluate: (point) => {
          const { network, targets } = networkAt(point, { signs: "positive" });
          return slopesOfWeights(network, targets);
        },
      },
      right: {
        name: "(P_ab F_beta)^T G~_alpha",
        evaluate: (point) => updates(networkAt(point, { signs: "positive" })).map(({ product }) => product),
      },
      tolerance: rounding,
    },
  },
});
