/** For the ReLU, psi(s z) = s psi(z): mu' = v E s^2 E[psi^2 - psi psi], and E s^2 = mu (B-1)/(B eps) for small mu. */
import { kernelOf, minus, negative, over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousMoments } from "../ways/homogeneousMoments.js";

const claim = equation(
  symbol("eps_c"),
  times("v", over(minus("B", 1), times(2, "B")), minus(1, kernelOf(1, negative(over(1, minus("B", 1)))))),
);

export const collapseRelu = theorem({
  id: "batchnorm/collapse-relu",
  kind: "theorem",
  title: "The epsilon above which the batches of a ReLU network collapse",
  notation: { eps_c: "the threshold of epsilon", v: "the weight variance" },
  parameters: {
    B: { set: "integer", min: 4, max: 1000, doc: "batch size" },
    v: { set: "real", min: 0.1, max: 4, doc: "weight variance" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "section 3.2; this statement is ours" }],
  uses: ["batchnorm/collapse", "batchnorm/closed-form-j1"],
  proof: { kind: "open", reason: "Stated with its one-line derivation; no steps are written out." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the linear part of the map of mu, by an angle over two samples",
        evaluate: ({ B, v }) => (v * homogeneousMoments({ B, alpha: 1, p: 1, m: 0 }).mu * (B - 1)) / B,
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-12, why: "an angle integral and J_1" },
    },
    {
      kind: "routes",
      relation: "Less",
      left: { name: "1", evaluate: () => 1 },
      right: {
        name: "the explosion rate in the collapsed state just above the threshold",
        evaluate: ({ B, v }) => {
          const threshold = (v * homogeneousMoments({ B, alpha: 1, p: 1, m: 0 }).mu * (B - 1)) / B;
          return batchNorm({ activation: "relu", batch: B, weightVariance: v, epsilon: 1.001 * threshold }).rate;
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
      cases: { count: 4, why: "the search for a fixed point that is not there takes 200 ms" },
    },
  ],
});
