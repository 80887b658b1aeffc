/**
 * phi = id, where everything is rational in the batch size.
 *
 * B.10: Sigma -> E[(h/|h|)(h/|h|)^T], h ~ N(0, Sigma) in R^A, goes to I/A, and the spread of the eigenvalues shrinks by A/(A+2) a step. Sigma stays
 * diagonal in one basis, lambda_i' = E[lambda_i x_i^2 / sum_j lambda_j x_j^2]; at lambda = 1/A, with u = x/|x|,
 *
 *   d lambda_i'/d lambda_j = A ([i = j] E u_i^2 - E u_i^2 u_j^2),
 *
 * on changes of sum 0: 1 - A (E u_1^4 - E u_1^2 u_2^2). B.11 and B.12 are the same on the range of Sigma, of dimension C = B-1 for a batch
 * in general position: C/(C+2) is the forward eigenvalue on L and on M. The gradients grow by (B-2)/(B-3) a layer, which is another
 * number: log(6/5) = 0.1823 at B = 8.
 */
import { integral, minus, over, plus, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { compare, equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import type { ActivationForm } from "../../src/theory/batchnorm/derivation/form.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { type DerivedQuantity, symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { n, rho } from "./homogeneous.js";

export const identityForm: ActivationForm = { kind: "polynomial", coefficients: [rational(0), rational(1)] };

const A = symbol("A");
const sphere: Setting = {
  assumptions: [compare("GreaterEqual", A, integer(2))],
  domains: { A: { min: 2, max: 40, integer: true } },
};

const [fourth, mixed, kappa] = [symbol("u_4"), symbol("u_22"), symbol("kappa")];
const contraction = equation(kappa, over(A, plus(A, 2)));

const lemmaB10: Proof = Object.freeze({
  id: "batchnorm/lemma-b10",
  title: "The linear network's covariance contracts by A/(A+2)",
  source: "Lemma B.10, item 3",
  claim: contraction,
  prove() {
    const builder = new DerivationBuilder(sphere);
    const body = times(power("x", over(3, 2)), power(minus(1, "x"), over(minus(A, 3), 2)));
    const mass = call("Beta", over(1, 2), over(minus(A, 1), 2));
    const definition = "definition: E u_1^4 on the unit sphere, x = u_1^2";
    const defined = builder.define(fourth, over(integral(body, "x", 0, 1), mass), definition);
    const value = over(3, times(A, plus(A, 2)));
    const known = builder.deduce(equation(fourth, value), "Beta integral (DLMF 5.12.1)", [defined]);
    const rest = over(minus(over(1, A), fourth), minus(A, 1));
    const pair = builder.define(mixed, rest, "E u_1^2 (u_1^2 + ... + u_A^2) = E u_1^2 = 1/A, A-1 terms alike", [known]);
    const slope = minus(1, times(A, minus(fourth, mixed)));
    const linear = builder.define(kappa, slope, "the derivative at lambda = 1/A on changes of sum 0", [known, pair]);
    builder.deduce(contraction, "exact arithmetic", [linear, pair, known]);
    return builder.finish();
  },
});

function formula(quantity: DerivedQuantity, value: Expression, id: string, title: string, source: string): Proof {
  const claim = equation(symbolOf(quantity), value);
  return Object.freeze({
    id: `batchnorm/${id}`,
    title,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(setting);
      const found = derivationSteps(builder, quantity, identityForm);
      builder.deduce(claim, "exact arithmetic", [found]);
      return builder.finish();
    },
  });
}

const convergence = over(n, plus(n, 2));
const corollary = "Theorem B.11 and Corollary B.12, item 3: C/(C+2), C = B-1";

export const identity: readonly Proof[] = Object.freeze([
  lemmaB10,
  formula(
    "c",
    rho,
    "identity-correlation",
    "The correlation of a linear batch",
    "Corollary B.12, item 1; Corollary B.28",
  ),
  formula("forward-L", convergence, "identity-forward-l", "The linear network's forward eigenvalue on L", corollary),
  formula("forward-M", convergence, "identity-forward-m", "The linear network's forward eigenvalue on M", corollary),
  formula(
    "rate",
    over(minus("B", 2), minus("B", 3)),
    "identity-rate",
    "The explosion rate of a linear network",
    "Theorem 8, second sentence",
  ),
]);
