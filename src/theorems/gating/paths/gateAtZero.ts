import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import type { GatedModel } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { choice, networkSizes, rounding } from "../ways/parameters.js";
import { plainExperts } from "../ways/plainPaths.js";
import { type NetworkValues, networkOf, pointOf } from "../ways/randomNetworks.js";

const outputs = (model: GatedModel, values: NetworkValues, atZero: "open" | "closed") =>
  gatedForward(networkOf(model, values, { atZero }), pointOf(values)).output;

export const gateAtZero = theorem({
  id: "gating/gate-at-zero",
  kind: "remark",
  title:
    "Gates that are open or closed at 0 make a difference to the output of a DLGN, that of the paths with a gate at exactly 0, and none to that of a ReLU network.",
  notation: {
    y: "the outputs with gates at >= 0",
    "y'": "those with gates at > 0",
    E: "the sum of g_pi over the paths that are active at >= 0 and not at > 0; 0 for a ReLU network",
  },
  parameters: { ...networkSizes, model: choice(["relu", "dlgn", "dlgn-pwc"], "The model.") },
  assumptions: [],
  claim: equation(minus("y", "y'"), symbol("E")),
  source: paper(
    "Eqns. 2 and 4, where gates are open at 0, and section 3.2, where they are not; this statement is ours",
  ),
  uses: ["gating/theorem-1", "gating/theorem-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "two forward passes, the difference of their outputs",
        evaluate: ({ model, ...values }) => {
          const closed = outputs(model as GatedModel, values, "closed");
          return outputs(model as GatedModel, values, "open").map((y, c) => y - closed[c]);
        },
      },
      right: {
        name: "predictions of the paths between, one by one",
        evaluate: ({ model, ...values }) => {
          const experts = (atZero: "open" | "closed", c: number) =>
            plainExperts(networkOf(model as GatedModel, values, { atZero }), pointOf(values), c);
          return Array.from({ length: values.C }, (_, c) => {
            const closed = experts("closed", c);
            return experts("open", c).reduce((sum, { gate, value }, k) => sum + (gate - closed[k].gate) * value, 0);
          });
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "a ReLU network with biases, gates open at 0",
        evaluate: (values) => outputs("relu", { ...values, biases: "gaussian" }, "open"),
      },
      right: {
        name: "the same with gates closed at 0",
        evaluate: (values) => outputs("relu", { ...values, biases: "gaussian" }, "closed"),
      },
      tolerance: rounding,
    },
  ],
});
