import { gamma, minus, over, pi, plus, power, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { halfNormalMoment } from "../ways/halfLine.js";
import { exactly } from "../ways/proofNamed.js";

const claim = equation(
  symbol("c_alpha"),
  times(over(1, root(pi)), power(2, minus("alpha", 1)), gamma(plus("alpha", over(1, 2)))),
);

export const definitionH2 = theorem({
  id: "batchnorm/definition-h-2",
  kind: "definition",
  title: "c_alpha is the second moment of the alpha-ReLU of a standard normal",
  notation: { c_alpha: "E rho_alpha(z)^2, z a standard normal" },
  parameters: { alpha: { set: "real", min: -0.5, max: 12, open: "min", doc: "degree" } },
  assumptions: [],
  claim,
  source: [
    { key: "yang2019", at: "Definition H.2" },
    { key: "cho2009", at: "section 2" },
  ],
  uses: ["batchnorm/definition-h-1"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    { ...exactly("kernel-h-3"), because: "with q = 1 its left side is E rho_alpha(z)^2" },
    {
      kind: "routes",
      left: {
        name: "E z_+^(2 alpha) by tanh-sinh on the half line",
        evaluate: ({ alpha }) => halfNormalMoment(2 * alpha),
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
