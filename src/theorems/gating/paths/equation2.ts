import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { pathExperts } from "../../../theory/gating/paths/pathExpert.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, networkSizes, notation } from "../ways/parameters.js";
import { pathGates } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const equation2 = theorem({
  id: "gating/equation-2",
  kind: "definition",
  title:
    "The gate of a path of a ReLU network is 1 where the pre-activations of all its neurons are 0 or more, else 0.",
  notation: { ...notation, p_pi: "the product of 1(w_l.h_(l-1) >= 0) along the path, h_l = max(0, W_l h_(l-1))" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("f_pi"), symbol("p_pi")),
  source: paper("Eqn. 2"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "of every listed expert",
        evaluate: (values) => pathExperts(networkOf("relu", values), pointOf(values)).map(({ gate }) => gate),
      },
      right: {
        name: "the product of the gates of its neurons",
        evaluate: (values) => pathGates(networkOf("relu", values), pointOf(values)),
      },
      tolerance: counted,
    },
  ],
});
