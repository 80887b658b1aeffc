import { meanTangent as meanTangentProof } from "../../../../proofs/gating/kernels.js";
import { minus, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { meanKernels } from "../../../theory/gating/kernels/meanKernels.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { plainTangent } from "../ways/plainNetwork.js";
import { fewWeights, rounding } from "./settings.js";
import { gatesAndPoints, signedMean } from "./signedMeans.js";

export const meanTangent = theorem({
  id: "gating/mean-tangent-kernel",
  kind: "theorem",
  title:
    "Over independent expert weights of mean 0 and variance sigma^2 the tangent kernel of the experts is L sigma^(2(L-1)) <h_0, h_0'> times the overlap kernel on average, exactly, at every width.",
  notation: {
    Theta: "the mean over U of the tangent kernel over U, one output",
    h: "<h_0, h_0'>, x.x' or, for DLGN-PWC, d",
    Lambda: "the overlap kernel of the fixed gates",
  },
  parameters: fewWeights,
  assumptions: [],
  claim: equation(symbol("Theta"), times("L", power("sigma", times(2, minus("L", 1))), "h", "Lambda")),
  source: paper("section 4; this statement is ours"),
  uses: ["gating/overlap-kernel"],
  proof: { kind: "steps", file: "proofs/gating/kernels.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [meanTangentProof],
      because: "three layers, two paths; more paths are more terms, of which those of two different paths vanish",
    },
    {
      kind: "routes",
      left: {
        name: "the mean over both signs of every weight",
        evaluate: (values) => signedMean(values, (own, x, other) => plainTangent(own, x, other, "U")),
      },
      right: {
        name: "the closed form with the product formula",
        evaluate: (values) => {
          const { network, x, other } = gatesAndPoints(values);
          return meanKernels(network, [x, other], values.sigma).tangent[0][1];
        },
      },
      tolerance: rounding,
      cases: { count: 60, why: "up to 1024 sets of weights at each point" },
    },
  ],
});
