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

export const tablePwc = theorem({
  id: "gating/table-1-dlgn-pwc",
  kind: "remark",
  title:
    "With the all-ones vector in place of the input below, experts of a DLGN are constants and Theorem 2 still holds.",
  notation: { ...notation, S: "the sum over all paths of f_pi g_pi" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("S"), symbol("y")),
  source: paper("section 2.3; Table 1, DLGN-PWC"),
  uses: ["gating/theorem-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the sum over paths, by enumeration",
        evaluate: (values) => enumeratedPathSums(networkOf("dlgn-pwc", values), pointOf(values)),
      },
      right: {
        name: "the forward pass, neuron by neuron",
        evaluate: (values) => plainOutput(networkOf("dlgn-pwc", values), pointOf(values)),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the sum over paths from the output down, without a list of them",
        evaluate: (values) => pathSums(networkOf("dlgn-pwc", values), pointOf(values)),
      },
      right: {
        name: "path by path and input by input",
        evaluate: (values) =>
          Array.from({ length: values.C }, (_, c) =>
            plainExperts(networkOf("dlgn-pwc", values), pointOf(values), c).reduce(
              (sum, { gate, value }) => sum + gate * value,
              0,
            ),
          ),
      },
      tolerance: rounding,
    },
  ],
});
