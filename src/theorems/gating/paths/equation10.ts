import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { layerPathSums } from "../../../theory/gating/paths/enumeratedPathSums.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, rounding } from "../ways/parameters.js";
import { plainOutput } from "../ways/plainNetwork.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const equation10 = theorem({
  id: "gating/equation-10",
  kind: "formula",
  title:
    "The output of a ReLU network is the sum over the last hidden neurons of their weight times the sum over the paths that end in them.",
  notation: {
    y: "the outputs",
    S: "the sum over i_(L-1) of u_(L, 1, i_(L-1)) times the sum over the paths that end there",
    P: "u_(L, 1, i) times the sum over i_(L-1) of the sums over paths, for any i",
  },
  parameters: { ...networkSizes, m: { ...networkSizes.m, min: 2 } },
  assumptions: [],
  claim: equation(symbol("y"), symbol("S")),
  source: paper("Eqn. 10 and the proof of Theorem 1"),
  uses: ["gating/lemma-4", "gating/theorem-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the forward pass, neuron by neuron",
        evaluate: (values) => plainOutput(networkOf("relu", values), pointOf(values)),
      },
      right: {
        name: "the sum over the last hidden neurons",
        evaluate: (values) => {
          const network = networkOf("relu", values);
          const sums = layerPathSums(network, pointOf(values), values.L - 1);
          return network.U[values.L - 1].map((row) => row.reduce((sum, weight, i) => sum + weight * sums[i], 0));
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("y"), symbol("P")),
    says: "The proof moves the output weight, which has the index i_(L-1), out of the sum over i_(L-1): the index is left free, and no choice of it gives the output.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, L: 3, m: 2, C: 1, weights: "gaussian", seed: 11 },
      left: {
        name: "the output, once for each choice of the index",
        evaluate: (values) => {
          const [y] = plainOutput(networkOf("relu", values), pointOf(values));
          return new Array<number>(values.m).fill(y);
        },
      },
      right: {
        name: "the printed line, for each choice of the index",
        evaluate: (values) => {
          const network = networkOf("relu", values);
          const sums = layerPathSums(network, pointOf(values), values.L - 1);
          const total = sums.reduce((sum, each) => sum + each, 0);
          return network.U[values.L - 1][0].map((weight) => weight * total);
        },
      },
      tolerance: rounding,
    },
  },
});
