import { gamma, minus, over, pi, plus, power, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { anglePower } from "../ways/crossFactors.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousParameters } from "../ways/parameters.js";

const claim = equation(
  symbol("m_1"),
  times(
    over(minus("p", "m"), times(2, root(pi))),
    power(minus("B", 1), over("alpha", 2)),
    over(
      times(gamma(over(minus("B", 1), 2)), gamma(over(plus("alpha", 1), 2))),
      gamma(over(plus("alpha", minus("B", 1)), 2)),
    ),
  ),
);

export const corollaryD4 = theorem({
  id: "batchnorm/corollary-d-4",
  kind: "corollary",
  title: "The mean of a homogeneous activation over one sample in Gamma functions",
  notation: { m_1: "E phi(z), z one sample of a batch; its square is the covariance between two batches" },
  parameters: {
    ...homogeneousParameters,
    B: { set: "integer", min: 4, max: 300, doc: "batch size; Gamma((B-1)/2) overflows above 340" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Corollary D.4" }],
  uses: ["batchnorm/theorem-d-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the integral over the angle by tanh-sinh",
        evaluate: ({ B, alpha, p, m }) => (p - m) * anglePower(B, alpha),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-9, why: "values up to 1e3, each side to 1e-13 relative" },
    },
  ],
});
