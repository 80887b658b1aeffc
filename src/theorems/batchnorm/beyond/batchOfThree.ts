/** E r^-2 over two dimensions: the density of r is r exp(-r^2/2), and the mean cut at r > delta grows like log(1/delta). */
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";

const claim = equation(symbol("e"), call("Infinity"));

export const batchOfThree = theorem({
  id: "batchnorm/batch-of-three",
  kind: "remark",
  title: "At B = 3 the fixed point exists and the expected squared gradient diverges",
  notation: { e: "E 1/r^2, r^2 chi square of 2 degrees of freedom" },
  parameters: { digits: { set: "real", min: 3, max: 30, doc: "the mean is cut at r > 10^-digits" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 7 needs B >= 4" }],
  uses: ["batchnorm/theorem-7"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        // in u = log r the integrand is exp(-e^(2u)/2)
        name: "the mean over one more decade of small radii, by the trapezoid rule in log r",
        evaluate({ digits }) {
          const from = -(digits + 1) * Math.LN10;
          const steps = 400;
          const step = Math.LN10 / steps;
          let sum = 0;
          for (let k = 0; k <= steps; k++) {
            const weight = k === 0 || k === steps ? 0.5 : 1;
            sum += weight * step * Math.exp(-Math.exp(2 * (from + k * step)) / 2);
          }
          return sum;
        },
      },
      right: { name: "log 10: the mean has no limit", evaluate: () => Math.LN10 },
      tolerance: { unit: "abs", limit: 1e-6, why: "exp(-r^2/2) differs from 1 by 5e-7 at r = 1e-3" },
    },
    {
      kind: "routes",
      relation: "Less",
      left: { name: "0", evaluate: () => 0 },
      right: {
        name: "mu of the ReLU's fixed point at B = 3",
        evaluate: () => batchNorm({ activation: "relu", batch: 3 }).fixedPoint.mu,
      },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
      cases: { count: 1, why: "one number" },
    },
  ],
});
