import { meanOutput as meanOutputProof } from "../../../../proofs/gating/kernels.js";
import { power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { meanKernels } from "../../../theory/gating/kernels/meanKernels.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { plainOutput } from "../ways/plainNetwork.js";
import { fewWeights, rounding } from "./settings.js";
import { gatesAndPoints, signedMean } from "./signedMeans.js";

export const meanOutput = theorem({
  id: "gating/mean-output-kernel",
  kind: "theorem",
  title:
    "Over independent expert weights of mean 0 and variance sigma^2 outputs have the covariance sigma^(2L) <h_0, h_0'> times the overlap kernel, exactly, at every width.",
  notation: {
    C_f: "the mean over U of f(x) f(x'), one output",
    h: "<h_0, h_0'>, x.x' or, for DLGN-PWC, d",
    Lambda: "the overlap kernel of the fixed gates",
  },
  parameters: fewWeights,
  assumptions: [],
  claim: equation(symbol("C_f"), times(power("sigma", times(2, "L")), "h", "Lambda")),
  source: paper("section 3.2; this statement is ours"),
  uses: ["gating/overlap-kernel"],
  proof: { kind: "steps", file: "proofs/gating/kernels.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [meanOutputProof],
      because: "three layers, two paths; more paths are more terms, of which those of two different paths vanish",
    },
    {
      kind: "routes",
      left: {
        name: "the mean over both signs of every weight",
        evaluate: (values) =>
          signedMean(values, (own, x, other) => plainOutput(own, x)[0] * plainOutput(own, other)[0]),
      },
      right: {
        name: "the closed form with the product formula",
        evaluate: (values) => {
          const { network, x, other } = gatesAndPoints(values);
          return meanKernels(network, [x, other], values.sigma).output[0][1];
        },
      },
      tolerance: rounding,
      cases: { count: 60, why: "up to 1024 sets of weights at each point" },
    },
  ],
});
