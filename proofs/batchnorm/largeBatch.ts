/**
 * B -> infinity. The samples of a batch become independent standard normals, and the explosion rate goes to
 *
 *   E phi'(z)^2 / Var phi(z):
 *
 * alpha^2/(2 alpha - 1) J_phi(1)/(J_phi(1) - J_phi(0)) for phi(x) = p x_+^alpha - m x_-^alpha, pi/(pi-1) for the ReLU. Both sides are derived, the
 * left one from the operator at finite B by its expansion, the right one from Gaussian integrals.
 */
import { integral, minus, over, pi, plus, power, root, type Term, term, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../src/symbolic/expression.js";
import { type Comparison, equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import type { ActivationForm } from "../../src/theory/batchnorm/derivation/form.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, reluForm } from "./homogeneous.js";

const upTo = (limit: Term): Expression => plus(limit, call("BigO", power("B", -1)));
const rate = symbolOf("rate");
const [slope, square, mean] = [symbol("slope"), symbol("square"), symbol("mean")];

/** E of z_+^k for a standard normal z. */
const halfMoment = (exponent: Term): Expression =>
  integral(times(power("z", exponent), over(call("Exp", over(power("z", 2), -2)), root(times(2, pi)))), "z", 0, call("Infinity"));

const limit = equation(rate, upTo(over(slope, minus(square, power(mean, 2)))));

/** E phi'(z)^2, E phi(z)^2 and E phi(z) as definitions. */
function momentSteps(builder: DerivationBuilder): readonly number[] {
  const squares = plus(power("p", 2), power("m", 2));
  const lower = minus(times(2, "alpha"), 2);
  return [
    builder.define(slope, times(power("alpha", 2), squares, halfMoment(lower)), "definition: E phi'(z)^2, z a standard normal"),
    builder.define(square, times(squares, halfMoment(times(2, "alpha"))), "definition: E phi(z)^2"),
    builder.define(mean, times(minus("p", "m"), halfMoment("alpha")), "definition: E phi(z)"),
  ];
}
