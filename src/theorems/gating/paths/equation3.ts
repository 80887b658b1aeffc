import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { pathExperts } from "../../../theory/gating/paths/pathExpert.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation, rounding } from "../ways/parameters.js";
import { plainExperts } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const equation3 = theorem({
  id: "gating/equation-3",
  kind: "definition",
  title:
    "The expert of a path of a ReLU network is linear: the product of the path's weights times the first neuron's w_1.x.",
  notation: { ...notation, p_pi: "the product of the weights along the path, summed over the inputs" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("g_pi"), symbol("p_pi")),
  source: paper("Eqn. 3"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "of every listed expert",
        evaluate: (values) =>
          pathExperts(networkOf("relu", values), pointOf(values)).map(({ values: [value] }) => value),
      },
      right: {
        name: "input neuron by input neuron",
        evaluate: (values) => {
          return plainExperts(networkOf("relu", values), pointOf(values)).map(({ value }) => value);
        },
      },
      tolerance: rounding,
    },
  ],
});
