import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { pathExperts } from "../../../theory/gating/paths/pathExpert.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation, rounding } from "../ways/parameters.js";
import { plainExperts } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const equation5 = theorem({
  id: "gating/equation-5",
  kind: "definition",
  title: "The expert of a path of a DLGN is linear, with weights U of its own.",
  notation: { ...notation, p_pi: "the product of u along the path, summed over the inputs" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("g_pi"), symbol("p_pi")),
  source: paper("Eqn. 5"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "of every listed expert",
        evaluate: (values) =>
          pathExperts(networkOf("dlgn", values), pointOf(values)).map(({ values: [value] }) => value),
      },
      right: {
        name: "input neuron by input neuron",
        evaluate: (values) => {
          return plainExperts(networkOf("dlgn", values), pointOf(values)).map(({ value }) => value);
        },
      },
      tolerance: rounding,
    },
  ],
});
