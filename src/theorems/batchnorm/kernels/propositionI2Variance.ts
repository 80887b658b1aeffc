import { gamma, minus, over, pi, plus, power, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { halfNormalMoment } from "../ways/halfLine.js";
import { exactly } from "../ways/proofNamed.js";

const claim = equation(
  symbol("V_11"),
  times(
    over(power(2, minus("alpha", 1)), root(pi)),
    gamma(plus("alpha", over(1, 2))),
    plus(power("a", 2), power("b", 2)),
    power("q", "alpha"),
  ),
);

export const propositionI2Variance = theorem({
  id: "batchnorm/proposition-i-2-variance",
  kind: "proposition",
  title: "The second moment of a homogeneous function of a normal variable",
  notation: { V_11: "E phi(x)^2, x of variance q, phi(x) = a x_+^alpha - b x_-^alpha" },
  parameters: {
    alpha: { set: "real", min: -0.5, max: 8, open: "min", doc: "degree" },
    a: { set: "real", min: -3, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    q: { set: "real", min: 1e-3, max: 1e3, doc: "variance" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition I.2, first two lines" }],
  uses: ["batchnorm/proposition-h-3", "batchnorm/proposition-i-1"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    { ...exactly("kernel-i-2-variance"), because: "its left side is E phi(x)^2, both half lines written out" },
    {
      kind: "routes",
      left: {
        name: "both half lines by tanh-sinh",
        evaluate: ({ alpha, a, b, q }) =>
          a * a * halfNormalMoment(2 * alpha, q) + b * b * halfNormalMoment(2 * alpha, q),
      },
      right: rightSide(claim),
      tolerance: {
        unit: "rel",
        limit: 2e-11,
        why: "the quadrature has 5e-12 near alpha = -1/2, where the integral diverges",
      },
    },
  ],
});
