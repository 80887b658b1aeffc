import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { pathExperts } from "../../../theory/gating/paths/pathExpert.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gatedModel, networkSizes, notation, rounding } from "../ways/parameters.js";
import { plainExperts } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const equation1 = theorem({
  id: "gating/equation-1",
  kind: "definition",
  title:
    "A mixture of experts predicts the sum over its experts of gate times prediction: with gates 0 and 1, the sum over the active ones.",
  notation: { ...notation, a_pi: "g_pi where f_pi = 1, else 0" },
  parameters: { ...networkSizes, model: gatedModel },
  assumptions: [],
  claim: equation(call("Multiply", symbol("f_pi"), symbol("g_pi")), symbol("a_pi")),
  source: paper("Eqn. 1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "sum of gate times value over the listed experts, each output",
        evaluate: ({ model, ...values }) => {
          const experts = pathExperts(networkOf(model as "relu", values), pointOf(values));
          return experts[0].values.map((_, c) =>
            experts.reduce((sum, { gate, values: own }) => sum + gate * own[c], 0),
          );
        },
      },
      right: {
        name: "sum of the predictions of active paths, input by input",
        evaluate: ({ model, ...values }) => {
          const network = networkOf(model as "relu", values);
          return Array.from({ length: values.C }, (_, c) =>
            plainExperts(network, pointOf(values), c)
              .filter(({ gate }) => gate === 1)
              .reduce((sum, { value }) => sum + value, 0),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
