/** What the proofs about homogeneous activations share: phi(x) = p x_+^alpha - m x_-^alpha with symbols alpha, p, m. */
import {
  gamma,
  kernelOf,
  minus,
  negative,
  over,
  pi,
  plus,
  power,
  root,
  type Term,
  term,
  times,
} from "../../src/symbolic/build.js";
import type { DerivationBuilder, Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { compare } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import type { ActivationForm } from "../../src/theory/batchnorm/derivation/form.js";

export const generalForm: ActivationForm = {
  kind: "homogeneous",
  form: { degree: symbol("alpha"), right: symbol("p"), left: negative("m") },
};

export const reluForm: ActivationForm = {
  kind: "homogeneous",
  form: { degree: integer(1), right: integer(1), left: integer(0) },
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

/** The dimension of the sphere's space. */
export const n = minus("B", 1);
/** The correlation of two samples. */
export const rho = negative(over(1, n));

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

export const pochhammer = (a: Term, k: Term): Expression => call("Pochhammer", term(a), term(k));

/** c_alpha = E z_+^(2 alpha) of a standard normal z. */
export const gaussianMoment: Expression = over(
  times(power(2, minus("alpha", 1)), gamma(plus("alpha", over(1, 2)))),
  root(pi),
);

/** K_{alpha,B} = c_alpha ((B-1)/2)^alpha / P((B-1)/2, alpha): E z_+^(2 alpha) of a sample of a batch. */
export const sphereMoment: Expression = over(
  times(gaussianMoment, power(over(n, 2), "alpha")),
  pochhammer(over(n, 2), "alpha"),
);

/** J_phi'(1) = alpha^2/(2 alpha - 1) J_phi(1). */
export const kernelSlopeAtOne: Expression = times(over(power("alpha", 2), minus(times(2, "alpha"), 1)), kernel(1));

/** D = J_phi(1) - J_phi(rho), R = J_phi'(rho)/D, S = J_phi'(1)/D as steps: D and those of the others that are asked for. */
export function ratioSteps(builder: DerivationBuilder, ...names: readonly ("R" | "S")[]): readonly number[] {
  const gap = builder.define(symbol("D"), minus(kernel(1), kernel(rho)), "definition: J_phi(1) - J_phi(-1/(B-1))");
  const slopes = { R: kernelSlope(rho), S: kernelSlopeAtOne };
  const places = { R: "J_phi'(-1/(B-1))/D", S: "J_phi'(1)/D" };
  return [
    gap,
    ...names.map((name) => builder.define(symbol(name), over(slopes[name], "D"), `definition: ${places[name]}`, [gap])),
  ];
}
