/**
 * Theorem 8. For phi(x) = p x_+^alpha - m x_-^alpha, alpha > 1/2, B >= 4, rho = -1/(B-1), the gradient explodes at the rate
 *
 *   (B-3+2 alpha)(alpha^2 (B-1) J_phi(1) + (2 alpha - 1) J_phi'(rho))/((2 alpha - 1)(B-3)(B-1)(J_phi(1) - J_phi(rho))) - alpha^2/(B-3).
 *
 * The paper's text speaks of ReLU; the formula is that of every degree. The rate is a linear form in four moments of phi' over mu
 * (anyPhi.ts); Euler's relation, a Beta integral for the radius and the arc-cosine kernel for the angle give each of them.
 */
import { minus, over, plus, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, kernel, kernelSlope, n, rho } from "./homogeneous.js";

const alpha = symbol("alpha");
const odd = minus(times(2, alpha), 1);

const rate: Expression = minus(
  over(
    times(
      plus(minus("B", 3), times(2, alpha)),
      plus(times(power(alpha, 2), n, kernel(1)), times(odd, kernelSlope(rho))),
    ),
    times(odd, minus("B", 3), n, minus(kernel(1), kernel(rho))),
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
