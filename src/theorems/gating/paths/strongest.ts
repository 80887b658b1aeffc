import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { strongestPath } from "../../../theory/gating/paths/strongestPath.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gatedModel, networkSizes, notation, rounding } from "../ways/parameters.js";
import { plainExperts } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const strongest = theorem({
  id: "gating/strongest-path",
  kind: "formula",
  title:
    "The path that contributes most is found layer by layer: the strongest path through a neuron extends the strongest path to it.",
  notation: { ...notation, D: "|f_pi g_pi| of the path that is found layer by layer", M: "the largest |f_pi g_pi|" },
  parameters: { ...networkSizes, model: gatedModel },
  assumptions: [],
  claim: equation(symbol("D"), symbol("M")),
  source: paper("section 5, paths as resources; the algorithm is ours"),
  uses: ["gating/equation-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "layer by layer",
        evaluate: ({ model, ...values }) =>
          Array.from({ length: values.C }, (_, output) =>
            Math.abs(strongestPath(networkOf(model as "relu", values), pointOf(values), { output }).contribution),
          ),
      },
      right: {
        name: "the largest over listed paths",
        evaluate: ({ model, ...values }) =>
          Array.from({ length: values.C }, (_, c) =>
            Math.max(
              ...plainExperts(networkOf(model as "relu", values), pointOf(values), c).map(({ gate, value }) =>
                Math.abs(gate * value),
              ),
            ),
          ),
      },
      tolerance: rounding,
    },
  ],
});
