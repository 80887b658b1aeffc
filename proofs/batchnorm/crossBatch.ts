/**
 * Two independent batches through one network (appendices D, E and F). Their block of the covariance is c_x 11^T at the fixed point; a deviation
 * with zero diagonal blocks is multiplied by lambda_x, forward and backward: the two maps are adjoint. With z one sample of a
 * batch, E z^2 = 1, and mu = q(1-c),
 *
 *   lambda_x = 2B/((B-1)^2 mu) (Gamma(B/2)/Gamma((B-1)/2))^2 (E z phi(z))^2.
 *
 * The operator is E J (.) E J^T; E z phi(z) comes from the trace of E J by parts on the sphere. For phi(x) = p x_+^alpha - m x_-^alpha both
 * are derived from the integrals, and the paper's E.1 and F.2 are the same function of B and alpha.
 */
import { gamma, integral, minus, over, pi, plus, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation, type Proposition } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, kernel, kernelSlope, n, pochhammer, rho } from "./homogeneous.js";
import { identityForm } from "./identity.js";

const half = (value: Expression) => over(value, 2);
const eigenvalue = symbolOf("cross-eigenvalue");
const mu = symbolOf("mu");
const gammas = power(over(gamma(over("B", 2)), gamma(half(n))), 2);

/** E z phi(z) = (p + m) E z_+^(alpha+1), u = z^2/(B-1). */
const momentValue = over(
  times(
    plus("p", "m"),
    power(n, over(plus("alpha", 1), 2)),
    integral(times(power("u", over("alpha", 2)), power(minus(1, "u"), over(minus("B", 4), 2))), "u", 0, 1),
  ),
  times(2, call("Beta", over(1, 2), half(minus("B", 2)))),
);

const general = equation(
  eigenvalue,
  times(over(times(2, "B"), times(power(n, 2), mu)), gammas, power(symbol("t_1"), 2)),
);

/** B P((B-1)/2, alpha) / ((B-1) P(B/2, alpha/2)^2) J_phi'(0)/(J_phi(1) - J_phi(rho)). */
const theoremE1 = equation(
  eigenvalue,
  times(
    over(times("B", pochhammer(half(n), "alpha")), times(n, power(pochhammer(over("B", 2), over("alpha", 2)), 2))),
    over(kernelSlope(0), minus(kernel(1), kernel(rho))),
  ),
);

/** B (B-1)^(alpha-1) alpha^2 (p+m)^2 Beta(alpha/2, B/2)^2 / (8 pi mu). */
const theoremF2 = equation(
  eigenvalue,
  over(
    times(
      "B",
      power(n, minus("alpha", 1)),
      power("alpha", 2),
      power(plus("p", "m"), 2),
      power(call("Beta", over("alpha", 2), over("B", 2)), 2),
    ),
    times(8, pi, mu),
  ),
);

/** ((p-m)^2/(4 pi)) (B-1)^alpha (Gamma((B-1)/2) Gamma((alpha+1)/2)/Gamma((alpha+B-1)/2))^2. */
const theoremD6 = equation(
  symbolOf("cross-c"),
  times(
    over(power(minus("p", "m"), 2), times(4, pi)),
    power(n, "alpha"),
    power(over(times(gamma(half(n)), gamma(half(plus("alpha", 1)))), gamma(half(plus("alpha", n)))), 2),
  ),
);

type Steps = (builder: DerivationBuilder) => readonly number[];

function homogeneous(id: string, title: string, source: string, claim: Proposition, steps: Steps): Proof {
  return Object.freeze({
    id: `batchnorm/${id}`,
    title,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(homogeneousSetting);
      builder.deduce(claim, "exact arithmetic", steps(builder));
      return builder.finish();
    },
  });
}

const value: Steps = (builder) => [derivationSteps(builder, "cross-eigenvalue", generalForm)];
const withGap: Steps = (builder) => [...value(builder), derivationSteps(builder, "mu", generalForm)];

const decay = equation(eigenvalue, times(over(2, n), gammas));

export const crossBatch: readonly Proof[] = Object.freeze([
  homogeneous(
    "theorem-d6",
    "The covariance of two independent batches",
    "Corollary D.4, Theorem D.6",
    theoremD6,
    (builder) => [derivationSteps(builder, "cross-c", generalForm)],
  ),
  homogeneous("cross-eigenvalue", "The cross-batch eigenvalue by E z phi(z)", "ours", general, (builder) => {
    const moment = builder.define(
      symbol("t_1"),
      momentValue,
      "definition: E z phi(z), in spherical coordinates, u = z^2/(B-1)",
    );
    return [...withGap(builder), moment];
  }),
  homogeneous("theorem-e1", "The forward cross-batch eigenvalue", "Theorem E.1", theoremE1, value),
  homogeneous("theorem-f2", "The backward cross-batch eigenvalue", "Theorem F.2", theoremF2, withGap),
  Object.freeze({
    id: "batchnorm/identity-cross-eigenvalue",
    title: "How fast two linear batches lose their covariance",
    source: "ours",
    claim: decay,
    prove() {
      const builder = new DerivationBuilder(setting);
      const found = derivationSteps(builder, "cross-eigenvalue", identityForm);
      builder.deduce(decay, "exact arithmetic", [found]);
      return builder.finish();
    },
  }),
]);
