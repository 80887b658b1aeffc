import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { enumeratedPathSums } from "../../../theory/gating/paths/enumeratedPathSums.js";
import { pathSums } from "../../../theory/gating/paths/pathSums.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation, rounding } from "../ways/parameters.js";
import { plainOutput } from "../ways/plainNetwork.js";
import { plainExperts } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const tableDln = theorem({
  id: "gating/table-1-dln",
  kind: "remark",
  title: "A deep linear network is the mixture in which every gate is 1.",
  notation: { ...notation, S: "the sum over all paths of f_pi g_pi" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("S"), symbol("y")),
  source: paper("Table 1, DLN"),
  uses: ["gating/equation-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the sum over paths, by enumeration",
        evaluate: (values) => enumeratedPathSums(networkOf("dln", values), pointOf(values)),
      },
      right: {
        name: "the forward pass, neuron by neuron",
        evaluate: (values) => plainOutput(networkOf("dln", values), pointOf(values)),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the sum over paths from the output down, without a list of them",
        evaluate: (values) => pathSums(networkOf("dln", values), pointOf(values)),
      },
      right: {
        name: "path by path and input by input",
        evaluate: (values) =>
          Array.from({ length: values.C }, (_, c) =>
            plainExperts(networkOf("dln", values), pointOf(values), c).reduce(
              (sum, { gate, value }) => sum + gate * value,
              0,
            ),
          ),
      },
      tolerance: rounding,
    },
  ],
});
