import { lemma3Step } from "../../../../proofs/gating/paths.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes } from "../ways/parameters.js";
import { layerSumsCheck, printedLayerSums } from "./layerSums.js";

export const lemma3 = theorem({
  id: "gating/lemma-3",
  kind: "lemma",
  title: "A neuron of a DLGN is the sum over the paths that end in it of gates times weights times input.",
  notation: {
    h_l: "the outputs of layer l",
    S_l: "the sums over i_0, i_1, ..., i_(l-1) of x_(i_0) times gates times weights",
    P_l: "the same with a second sum over i_1, from 2, in place of that over i_2",
  },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("h_l"), symbol("S_l")),
  source: paper("Lemma 3, Eqn. 8"),
  uses: ["gating/equation-6"],
  proof: { kind: "steps", file: "proofs/gating/paths.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [lemma3Step],
      because: "the step from layer l to l + 1 for two neurons, in symbols; layer 1 is the definition of h_1",
    },
    layerSumsCheck("dlgn"),
  ],
  printed: {
    claim: equation(symbol("h_l"), symbol("P_l")),
    says: "The second sum is printed as one over i_1 from 2 to m where it is over i_2 from 1: i_2 is left free, the first neuron is left out, and terms are counted m times.",
    damaged: false,
    refutation: printedLayerSums("dlgn", { d: 2, L: 4, m: 3, C: 1, weights: "gaussian", seed: 2 }),
  },
});
