/**
 * Theorem 8. The explosion rate of phi(x) = p x_+^alpha - m x_-^alpha, alpha > 1/2, B >= 4. The paper's text speaks of ReLU; the
 * formula is that of every degree.
 */
import { minus, negative, over, plus, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, kernel, kernelSlope } from "./homogeneous.js";

const alpha = symbol("alpha");
const n = minus("B", 1);
const rho = negative(over(1, n));
const odd = minus(times(2, alpha), 1);

/** (B-3+2a) (a^2 (B-1) J(1) + (2a-1) J'(rho)) / ((2a-1)(B-3)(B-1)(J(1)-J(rho))) - a^2/(B-3). */
const rate: Expression = minus(
  over(
    times(
      plus(minus("B", 3), times(2, alpha)),
      plus(times(power(alpha, 2), n, kernel(plus(1))), times(odd, kernelSlope(rho))),
    ),
    times(odd, minus("B", 3), n, minus(kernel(plus(1)), kernel(rho))),
  ),
  over(power(alpha, 2), minus("B", 3)),
);

const claim = equation(symbolOf("rate"), rate);

export const theorem8: Proof = Object.freeze({
  id: "batchnorm/theorem-8",
  title: "The explosion rate of a positively homogeneous activation",
  source: "Theorem 8",
  claim,
  prove() {
    const builder = new DerivationBuilder(homogeneousSetting);
    const formula = derivationSteps(builder, "rate", generalForm);
    builder.deduce(claim, "J_phi and J_phi' written out", [formula]);
    return builder.finish();
  },
});
