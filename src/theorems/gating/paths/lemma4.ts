import { lemma4Step } from "../../../../proofs/gating/paths.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { layerPathSums } from "../../../theory/gating/paths/enumeratedPathSums.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, rounding } from "../ways/parameters.js";
import { plainRun } from "../ways/plainNetwork.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";
import { printedLayerSum } from "./printedSums.js";

export const lemma4 = theorem({
  id: "gating/lemma-4",
  kind: "lemma",
  title: "A neuron of a ReLU network is the sum over the paths that end in it of gates times weights times input.",
  notation: {
    h_l: "the outputs of layer l",
    S_l: "the sums over i_0, i_1, ..., i_(l-1) of x_(i_0) times gates times weights",
    P_l: "the same with a second sum over i_1, from 2, in place of that over i_2",
  },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("h_l"), symbol("S_l")),
  source: paper("Lemma 4, Eqn. 11"),
  uses: ["gating/equation-9"],
  proof: { kind: "steps", file: "proofs/gating/paths.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [lemma4Step],
      because: "the step from layer l to l + 1 for two neurons, in symbols; layer 1 is the definition of h_1",
    },
    {
      kind: "routes",
      left: {
        name: "the sums over paths of every hidden layer",
        evaluate: (values) => {
          const [network, x] = [networkOf("relu", values), pointOf(values)];
          return Array.from({ length: values.L - 1 }, (_, l) => layerPathSums(network, x, l + 1)).flat();
        },
      },
      right: {
        name: "the recursion, neuron by neuron",
        evaluate: (values) =>
          plainRun(networkOf("relu", values), pointOf(values))
            .hidden.slice(1)
            .flatMap((layer) => layer.map(({ value }) => value)),
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("h_l"), symbol("P_l")),
    says: "The second sum is printed as one over i_1 from 2 to m where it is over i_2 from 1: i_2 is left free, the first neuron is left out, and terms are counted m times.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, L: 4, m: 2, C: 1, weights: "gaussian", seed: 11 },
      left: {
        name: "h_3",
        evaluate: (values) => gatedForward(networkOf("relu", values), pointOf(values)).hidden[3],
      },
      right: {
        name: "the printed sums, with i_2 the first neuron",
        evaluate: (values) => printedLayerSum(networkOf("relu", values), pointOf(values)),
      },
      tolerance: rounding,
    },
  },
});
