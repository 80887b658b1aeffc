/**
 * Collapse by epsilon; the paper has no such statement. Batch norm divides by sqrt(|G h|^2/B + eps) and psi(x) = phi(gamma x + beta); with
 * weight variance v, the gap mu = q - q c of the covariance goes to
 *
 *   mu' = v E[psi(s z1)^2 - psi(s z1) psi(s z2)],   s^2 = mu r^2/(mu r^2 + B eps),   r^2 ~ chi^2 of B-1 degrees of freedom,
 *
 * z1, z2 on the sphere of a batch. For small mu, s^2 = mu r^2/(B eps) and psi is linear: the terms psi(0) psi''(0) cancel, E z1^2 = E z2^2. Hence
 * mu' = k mu + o(mu) with k = v psi'(0)^2/eps, and mu = 0 (all samples of a batch alike) attracts for eps > v psi'(0)^2.
 */
import { gamma, integral, minus, negative, over, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { call, integer, symbol } from "../../src/symbolic/expression.js";
import { compare, element, equation } from "../../src/symbolic/proposition.js";
import { setting as batchSetting } from "../../src/theory/batchnorm/derivation/setting.js";
import type { Proof } from "../proof.js";
import { n } from "./homogeneous.js";

const [spread, radius, growth] = [symbol("d"), symbol("E_r2"), symbol("k")];
const [slope, variance, epsilon] = [symbol("psi'_0"), symbol("v"), symbol("eps")];

const setting: Setting = {
  assumptions: [
    ...batchSetting.assumptions,
    element(symbol("B"), "Integers"),
    ...[variance, epsilon].map((positive) => compare("Greater", positive, integer(0))),
  ],
  domains: batchSetting.domains,
};

/** E r^2 over the chi^2 density of B-1 degrees of freedom, x = r^2. */
const meanSquare = over(
  integral(times(power("x", over(n, 2)), call("Exp", negative(over("x", 2)))), "x", 0, call("Infinity")),
  times(power(2, over(n, 2)), gamma(over(n, 2))),
);
const difference = minus(power("z1", 2), times("z1", "z2"));

const claim = equation(growth, over(times(variance, power(slope, 2)), epsilon));

export const collapse: Proof = Object.freeze({
  id: "batchnorm/collapse",
  title: "Epsilon above the variance of the linearised activation collapses a batch",
  source: "ours",
  claim,
  prove() {
    const builder = new DerivationBuilder(setting);
    const mean = call("SphereMean", difference, symbol("z1"), symbol("z2"), symbol("B"));
    const gap = builder.define(spread, mean, "definition: E[z1^2 - z1 z2] over the sphere of a batch");
    const value = builder.deduce(equation(spread, over("B", n)), "Isserlis' theorem", [gap]);
    const square = builder.define(radius, meanSquare, "definition: E r^2, x = r^2");
    const known = builder.deduce(equation(radius, n), "Gamma integral (DLMF 5.9.1)", [square]);
    const linear = over(times(variance, power(slope, 2), spread, radius), times("B", epsilon));
    const defined = builder.define(growth, linear, "the linear part of mu' in mu", [value, known]);
    builder.deduce(claim, "exact arithmetic", [defined, value, known]);
    return builder.finish();
  },
});
