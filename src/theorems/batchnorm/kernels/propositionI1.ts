/** phi of degree alpha is phi(1) x_+^alpha + phi(-1) x_-^alpha. The paper's proof takes the coefficient b, of -x_-^alpha, to be phi(-1). */
import { activation } from "../../../symbolic/activation/create.js";
import { minus, negative, over, plus, power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { erratumNamed, exactly } from "../ways/proofNamed.js";

const part = (sign: 1 | -1) =>
  power(over(plus(call("Abs", symbol("x")), sign === 1 ? "x" : negative("x")), 2), "alpha");
const claim = equation(symbol("phi"), minus(times("a", part(1)), times("b", part(-1))));

export const propositionI1 = theorem({
  id: "batchnorm/proposition-i-1",
  kind: "proposition",
  title: "A positively homogeneous function is phi(1) x_+^alpha + phi(-1) x_-^alpha",
  notation: { phi: "phi(x), homogeneous of degree alpha", a: "phi(1)", b: "-phi(-1)" },
  parameters: {
    alpha: { set: "real", min: 0.01, max: 8, doc: "degree" },
    a: { set: "real", min: -3, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    x: { set: "real", min: -20, max: 20, doc: "argument" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition I.1" }],
  uses: ["batchnorm/definition-h-1"],
  proof: { kind: "cited" },
  checks: [
    { ...exactly("kernel-i-1"), because: "it is the coefficient b; the form is homogeneity itself" },
    {
      kind: "routes",
      left: {
        // a homogeneous function written without positive and negative parts
        name: "((a-b)/2 + (a+b)/2 sign x) |x|^alpha, compiled",
        evaluate: ({ alpha, a, b, x }) =>
          activation(`((${a} - (${b}))/2 + (${a} + (${b}))/2*sign(x))*abs(x)^${alpha}`).value(x),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-4, why: "of values up to 8e10: 1e-15 relative" },
    },
  ],
  printed: {
    claim: erratumNamed("i1").printed,
    says: "The proof takes b = phi(-1), but -b x_-^alpha at x = -1 is -b.",
    damaged: false,
    refutation: { kind: "exact", erratum: erratumNamed("i1") },
  },
});
