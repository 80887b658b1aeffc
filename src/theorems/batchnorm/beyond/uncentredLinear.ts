/**
 * Batch norm that divides by the root mean square and subtracts nothing, phi = id: y = sqrt(n) h/|h|, J = sqrt(n)/|h| (I - v v^T), h ~ N(0, I) at the
 * fixed point V = I. E[J^T J] = n E|h|^-2 (1 - 1/n) I, and E|h|^-2 = 1/(n-2).
 */
import { chiLineRule } from "../../../numeric/quadrature/chiLine.js";
import { activation } from "../../../symbolic/activation/create.js";
import { minus, over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { halfNormalMoment } from "../ways/halfLine.js";
import { exact, explosion } from "../ways/networks.js";

const claim = equation(symbol("lambda"), over(minus("n", 1), minus("n", 2)));

export const uncentredLinear = theorem({
  id: "batchnorm/uncentred-linear",
  kind: "theorem",
  title: "Without centring, the gradients of a linear batch-normalised network grow by (n-1)/(n-2) a layer",
  notation: { lambda: "the factor of the expected squared gradient, a layer", n: "samples of a batch" },
  parameters: { n: { set: "integer", min: 3, max: 100_000, doc: "samples of a batch" } },
  assumptions: [],
  claim,
  source: [{ key: "daneshmand2021", at: "the setting; the rate is ours" }],
  uses: [],
  proof: { kind: "open", reason: "The derivation is above, in prose." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "(n-1) E 1/|h|^2 by quadrature over the chi law",
        evaluate({ n }) {
          // the rule for the chi law drops small radii, on which 1/r^2 leans at small n
          if (n <= 20) return ((n - 1) * halfNormalMoment(n - 3)) / halfNormalMoment(n - 1);
          const { ratios, weights } = chiLineRule(n, 200);
          return weights.reduce((sum, weight, i) => sum + (weight * (n - 1)) / (n * ratios[i]!), 0);
        },
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-9, why: "quadrature over radii" },
    },
    {
      kind: "simulation",
      name: "growth of the squared gradient a layer, E log",
      at: [{ n: 10 }, { n: 6 }],
      experiment: ({ n }) => explosion({ activation: activation("x"), batch: n, depth: 13, centred: false }),
      predict: ({ n }) => exact(Math.log((n - 1) / (n - 2)), "formula"),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.006,
      budget: { quick: 800, full: 800 },
    },
  ],
});
