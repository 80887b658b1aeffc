/** What the proofs about homogeneous activations share: phi(x) = p x_+^alpha - m x_-^alpha with symbols alpha, p, m. */
import { kernelOf, minus, negative, over, plus, power, type Term, term, times } from "../../src/symbolic/build.js";
import type { Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { compare } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import type { ActivationForm } from "../../src/theory/batchnorm/derivation/form.js";

export const generalForm: ActivationForm = {
  kind: "homogeneous",
  form: { degree: symbol("alpha"), right: symbol("p"), left: negative("m") },
};

export const homogeneousSetting: Setting = {
  assumptions: [
    compare("GreaterEqual", symbol("B"), integer(4)),
    compare("Greater", symbol("alpha"), over(1, 2)),
    compare("Greater", symbol("p"), integer(0)),
    compare("GreaterEqual", symbol("m"), integer(0)),
  ],
  domains: {
    B: { min: 4, max: 20, integer: true },
    alpha: { min: rational(3, 5), max: 3 },
    p: { min: rational(1, 2), max: 2 },
    m: { min: 0, max: 2 },
  },
};

/** J_phi(c) = (p^2 + m^2) J_alpha(c) - 2 p m J_alpha(-c): E phi(z1) phi(z2) at correlation c over E z_+^(2 alpha). */
export const kernel = (c: Term): Expression =>
  minus(
    times(plus(power("p", 2), power("m", 2)), kernelOf("alpha", c)),
    times(2, "p", "m", kernelOf("alpha", call("Negate", term(c)))),
  );

/** J_phi'(c), from J_alpha' = alpha^2/(2 alpha - 1) J_{alpha-1}. */
export const kernelSlope = (c: Term): Expression => {
  const lower = minus("alpha", 1);
  const values = plus(
    times(plus(power("p", 2), power("m", 2)), kernelOf(lower, c)),
    times(2, "p", "m", kernelOf(lower, call("Negate", term(c)))),
  );
  return times(over(power("alpha", 2), minus(times(2, "alpha"), 1)), values);
};
