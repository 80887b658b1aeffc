/** The rectified power x_+^alpha: zero on the left, a power on the right, by the tree of the preset and by x (x + |x|)^alpha. */
import { activation } from "../../../symbolic/activation/create.js";
import { over, plus, power } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";

const claim = equation(symbol("rho"), power(over(plus("x", call("Abs", symbol("x"))), 2), "alpha"));

export const definitionH1 = theorem({
  id: "batchnorm/definition-h-1",
  kind: "definition",
  title: "The alpha-ReLU is x^alpha for x > 0 and 0 elsewhere",
  notation: { rho: "rho_alpha(x), the alpha-ReLU" },
  parameters: {
    alpha: { set: "real", min: 0, max: 12, open: "min", doc: "degree" },
    x: { set: "real", min: -20, max: 20, doc: "argument" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Definition H.1" }],
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the activation relu_power(alpha), compiled from its conditional",
        evaluate: ({ alpha, x }) => activation(`relu_power(${alpha})`).value(x),
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-14, why: "one power, rounded once" },
    },
  ],
});
