/**
 * Bregman divergences in the printed order D_F[a : b] = F(b) - F(a) - <grad F(a), b - a>, with psi* = <theta, eta> - psi, eta = grad psi(theta):
 *
 *   D_psi*[eta : eta'] = D_psi[theta' : theta],   KL(p || p') = D_psi[theta : theta'],
 *
 * in any dimension: only the inner products <theta, eta> occur. The gradient of the joint log-partition function with respect to f(h) is
 * P(h) E[g given h]; and the ratio of two laws splits at the output of a kernel.
 */
import { minus, over, plus, power, term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { call, type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy, proofBy } from "../proofBy.js";

/** s_ij = <theta_i, eta_j>, 1 the first member, 2 the second. */
const inner = (i: 1 | 2, j: 1 | 2) => symbol(`s_${i}${j}`);
const reversed = minus(minus("psi_1", "psi_2"), minus(inner(1, 2), inner(2, 2)));
const dualClaim = equation(symbol("D_star"), reversed);

export const bregmanDual = proofBy(
  {
    id: "grouping/bregman-dual",
    title: "The divergence of psi* between two dual points is that of psi between the points, exchanged",
    source: "Definition D.4",
    claim: dualClaim,
  },
  (builder) => {
    const duals = ([1, 2] as const).map((k) =>
      builder.define(
        symbol(`phi_${k}`),
        minus(inner(k, k), symbol(`psi_${k}`)),
        "psi* = <theta, eta> - psi, Definition D.3",
      ),
    );
    const value = minus(minus("phi_2", "phi_1"), minus(inner(1, 2), inner(1, 1)));
    const rule = "D_psi*[eta_1 : eta_2], Definition D.2; the gradient of psi* at eta_1 is theta_1";
    const divergence = builder.define(symbol("D_star"), value, rule, duals);
    builder.deduce(dualClaim, "exact arithmetic", [divergence, ...duals]);
  },
);

const klClaim = equation(symbol("KL"), minus(minus("psi_2", "psi_1"), minus(inner(2, 1), inner(1, 1))));

export const klIsBregman = proofBy(
  {
    id: "grouping/kl-is-bregman",
    title: "In the printed order D_psi[theta : theta'] is KL(p || p')",
    source: "Definition D.5",
    claim: klClaim,
  },
  (builder) => {
    const rule = "log p - log p' = <theta_1 - theta_2, g> - psi_1 + psi_2, and E g = eta_1 under p";
    const value = plus(minus(inner(1, 1), inner(2, 1)), minus("psi_2", "psi_1"));
    const entropy = builder.define(symbol("KL"), value, rule);
    builder.deduce(klClaim, "exact arithmetic", [entropy]);
  },
);

const split = equation(over("p", "q"), times(over("p_K", "q_K"), over("p_h", "q_h")));

export const chainRule = proofBy(
  {
    id: "grouping/chain-rule",
    title: "The ratio of two laws is the ratio of the outputs' laws times that of the conditional laws",
    source: "Theorem 4.1, corrected: take logarithms and the mean over p K",
    claim: split,
  },
  (builder) => {
    const parts = [
      builder.define(symbol("p_h"), over(times("p", "K"), "p_K"), "Bayes: p_K the probability of the output under p"),
      builder.define(symbol("q_h"), over(times("q", "K"), "q_K"), "Bayes: q_K the probability of the output under q"),
    ];
    builder.deduce(split, "exact arithmetic", parts);
  },
);

const exp = (exponent: Expression) => call("Exp", exponent);
const f = symbol("f");
/** Z_1(f) with two points g = 1 and g = 2 of base weights m_1 and m_2; Z_2 belongs to another value of h. */
const own = plus(times("m_1", exp(f)), times("m_2", exp(times(2, f))));
const joint = plus(times("n_1", own), times("n_2", "Z_2"));
const gradient = equation(symbol("G"), times("P_1", "E_1"));

const compositional = (title: string) => ({ title, source: "Definition 7: eta given h = grad psi" });

function gradientSteps(builder: DerivationBuilder): void {
  const slope = differentiate(call("Log", joint), "f");
  const parts = [
    builder.define(symbol("G"), slope, "d psi/d f(h), psi = log(n_1 Z_1 + n_2 Z_2)"),
    builder.define(symbol("P_1"), over(times("n_1", own), joint), "the probability of this value of h"),
    builder.define(symbol("E_1"), over(differentiate(own, "f"), own), "E[g given h] = Z_1'/Z_1"),
  ];
  builder.deduce(gradient, "exact arithmetic", parts);
}

export const jointGradient = proofBy(
  {
    id: "grouping/joint-gradient",
    ...compositional("The gradient of the joint log-partition function is P(h) E[g given h]"),
    claim: gradient,
  },
  gradientSteps,
);

/** At f = 0: Z_1 = m_1 + m_2, with all weights 1 and Z_2 = 2. */
const mean = over(plus("m_1", times(2, "m_2")), plus("m_1", "m_2"));
const share = over(times("n_1", plus("m_1", "m_2")), plus(times("n_1", plus("m_1", "m_2")), times("n_2", "Z_2")));

export const jointGradientErratum = erratumBy(
  {
    id: "grouping/erratum-definition-7",
    ...compositional("The gradient of the joint log-partition function is not E[g given h]"),
    printed: equation(times(share, mean), mean),
    counterexample: { m_1: rational(1), m_2: rational(1), n_1: rational(1), n_2: rational(1), Z_2: rational(2) },
    corrected: gradient,
  },
  gradientSteps,
);

const variance = minus("eta_2", power("eta_1", 2));
/** Both coordinates of eta at once, for any x and y: the gradient of psi at the theta of the inverse map is eta. */
const gaussianClaim = equation(symbol("eta_of_theta"), plus(times("x", "eta_1"), times("y", "eta_2")));

export const gaussianInverse = proofBy(
  {
    id: "grouping/gaussian-inverse",
    title: "The natural parameters of a Gaussian are eta_1/v and -1/(2v), v = eta_2 - eta_1^2",
    source: "Definition D.3 for the Gaussian family",
    claim: gaussianClaim,
  },
  (builder) => {
    const parts = [
      builder.define(symbol("theta_1"), over("eta_1", variance), "the inverse map"),
      builder.define(symbol("theta_2"), over(-1, times(2, variance)), "the inverse map"),
    ];
    const first = over(times(-1, "theta_1"), times(2, "theta_2"));
    const second = minus(over(power("theta_1", 2), times(4, power("theta_2", 2))), over(1, times(2, "theta_2")));
    const slopes = [
      builder.define(
        symbol("psi_1"),
        first,
        "d psi/d theta_1, psi = -theta_1^2/(4 theta_2) - log(-2 theta_2)/2",
        parts,
      ),
      builder.define(symbol("psi_2"), second, "d psi/d theta_2", parts),
    ];
    const sum = plus(times("x", "psi_1"), times("y", "psi_2"));
    const image = builder.define(symbol("eta_of_theta"), sum, "both coordinates at once", slopes);
    builder.deduce(gaussianClaim, "exact arithmetic", [image, ...slopes, ...parts]);
  },
);

const odds = over("eta", minus(1, "eta"));
const bernoulliClaim = equation(times("metric", "dual"), term(1));

export const bernoulliMetrics = proofBy(
  {
    id: "grouping/bernoulli-metrics",
    title: "The Fisher metric of a Bernoulli law is eta (1 - eta), and the Hessian of psi* is its inverse",
    source: "Definitions 7 and D.5 for the Bernoulli family",
    claim: bernoulliClaim,
  },
  (builder) => {
    const w = builder.define(symbol("w"), odds, "w = exp(theta), theta = log(eta/(1 - eta))");
    const metric = builder.define(symbol("metric"), over("w", power(plus(1, "w"), 2)), "psi'' in w = exp(theta)", [w]);
    const slope = differentiate(call("Log", odds), "eta");
    const dual = builder.define(symbol("dual"), slope, "the derivative of theta(eta) is the Hessian of psi*");
    builder.deduce(bernoulliClaim, "exact arithmetic", [metric, dual, w]);
  },
);

export const geometry = Object.freeze([
  bregmanDual,
  klIsBregman,
  chainRule,
  jointGradient,
  gaussianInverse,
  bernoulliMetrics,
]);
