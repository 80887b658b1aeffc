import { over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { traceNormalised as normalised, overlapKernel } from "../../../theory/gating/kernels/overlapKernel.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { pathGates } from "../ways/plainPaths.js";
import { pointsOf } from "../ways/randomNetworks.js";
import { kernelNetwork, kernelSizes, pairs, rounding } from "./settings.js";

export const traceNormalised = theorem({
  id: "gating/trace-normalised",
  kind: "definition",
  title:
    "Kernels are shown over their trace: for the overlap kernel, shared paths over the sum of the active paths of all points.",
  notation: { K: "what is shown", Lambda: "the kernel", t: "its trace" },
  parameters: kernelSizes,
  assumptions: [],
  claim: equation(symbol("K"), over("Lambda", "t")),
  source: paper("Figures 3, 4 and 13 to 16"),
  uses: ["gating/overlap-kernel"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the product formula over its trace",
        evaluate: (values) => normalised(overlapKernel(kernelNetwork(values), pointsOf(values, values.n))).flat(),
      },
      right: {
        name: "path by path, over the sum of the squared gates of all paths and points",
        evaluate: (values) => {
          const network = kernelNetwork(values);
          const features = pointsOf(values, values.n).map((x) => pathGates(network, x));
          const total = features.flat().reduce((sum, f) => sum + f * f, 0);
          return pairs(features).map(([own, other]) => own.reduce((sum, f, k) => sum + f * other[k], 0) / total);
        },
      },
      tolerance: rounding,
    },
  ],
});
