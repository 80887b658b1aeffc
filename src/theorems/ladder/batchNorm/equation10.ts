import { minus, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNormBackward } from "../../../theory/ladder/batchNorm/batchNormBackward.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { equalWeights, normalised } from "../ways/normalisation.js";
import { batch, differing, gain, jacobianRounding, offset, output } from "./settings.js";

export const equation10 = theorem({
  id: "ladder/equation-10",
  kind: "definition",
  title:
    "Batch norm centres a node's activations over the batch, divides them by their standard deviation, and applies c1 and c0.",
  notation: { b_i: "output for sample i", mu: "mean of f", sigma: "square root of the mean of (f - mu)^2" },
  parameters: { ...batch, c_1: gain, c_0: offset },
  assumptions: [],
  claim: equation(symbol("b_i"), plus(times("c_1", over(minus("f_i", "mu"), "sigma")), "c_0")),
  source: paper("Eqn 10, Eqn 73"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: output,
      right: {
        name: "mean, variance and quotient as they are written",
        evaluate: ({ f, c_1, c_0 }) => normalised(f, { probabilities: equalWeights(f.length), c1: c_1, c0: c_0 }),
      },
      tolerance: jacobianRounding,
    },
    {
      kind: "routes",
      left: {
        name: "mean and variance of the output",
        evaluate: ({ N, f, c_1, c_0 }) => {
          const { output } = batchNormBackward(differing(f), f, { c1: c_1, c0: c_0 });
          const mean = output.reduce((sum, value) => sum + value, 0) / N;
          return [mean, output.reduce((sum, value) => sum + (value - mean) ** 2, 0) / N];
        },
      },
      right: { name: "c0 and c1^2", evaluate: ({ c_1, c_0 }) => [c_0, c_1 ** 2] },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of sums of 9 numbers up to 8" },
    },
  ],
});
