import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { biases, networkSizes, rounding } from "../ways/parameters.js";
import { plainRun } from "../ways/plainNetwork.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const equation6 = theorem({
  id: "gating/equation-6",
  kind: "definition",
  title:
    "Layers of a DLGN multiply U_l h_(l-1) with the gates of a deep linear network: 1(eta_l >= 0), eta_l = W_l eta_(l-1).",
  notation: {
    h_l: "the outputs of layer l",
    r_l: "1(eta_l >= 0) o (U_l h_(l-1)); with biases, plus b_l in eta_l and c_l in the bracket",
  },
  parameters: { ...networkSizes, biases },
  assumptions: [],
  claim: equation(symbol("h_l"), symbol("r_l")),
  source: paper("Eqn. 6"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the forward pass of typed arrays",
        evaluate: (values) => gatedForward(networkOf("dlgn", values), pointOf(values)).hidden.slice(1).flat(),
      },
      right: {
        name: "neuron by neuron",
        evaluate: (values) =>
          plainRun(networkOf("dlgn", values), pointOf(values))
            .hidden.slice(1)
            .flatMap((layer) => layer.map(({ value }) => value)),
      },
      tolerance: rounding,
    },
  ],
});
