/**
 * Section 5.3. The label z_w equals z_a, and g_0 = 1 or -1 for z_w = 1 or 0. Eqn. 16: a node that cannot tell the events of a apart, f_j = f, has
 *
 *   dW_j = E[f_j g_0(z_a)] = f (2 q - 1),   q = P(z_a = 1),
 *
 * which is 0 for q = 1/2 and not otherwise. Eqn. 17: g_0(z_c) = 2 eps or -2 eps for the spurious z_c of Eqn. 15; with P(z_c = 1) = 1/2,
 *
 *   dW_k = E[f_k g_0(z_c)] = eps (f_k(1) - f_k(0)),
 *
 * where f_k stands in place of the printed f_j.
 */
import { minus, negative, over, plus, times } from "../../src/symbolic/build.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy, proofBy } from "../proofBy.js";

const mean = (q: Expression, ifOne: Expression, ifZero: Expression): Expression =>
  plus(times(q, ifOne), times(minus(1, q), ifZero));

const blind = equation(symbol("dW_j"), times("f", minus(times(2, "q"), 1)));

export const constantActivationErratum = erratumBy(
  {
    id: "ladder/erratum-constant-activation",
    title: "A node that sees no difference gets a gradient unless its events are equally likely",
    source: "Section 5.3, Eqn. 16, without P(z_a = 1) = 1/2",
    printed: equation(mean(symbol("q"), symbol("f"), negative("f")), integer(0)),
    counterexample: { q: rational(3, 4), f: rational(1) },
    corrected: blind,
  },
  (builder) => {
    const own = mean(symbol("q"), times("f", "g_1"), times("f", "g_0"));
    const signal = [
      builder.define(symbol("g_1"), integer(1), "Eqn. 14: the label is 1 where z_a = 1"),
      builder.define(symbol("g_0"), integer(-1), "Eqn. 14: the label is 0 where z_a = 0"),
    ];
    const update = builder.define(symbol("dW_j"), own, "E[f_j g_0(z_a)], f_j = f for both events", signal);
    builder.deduce(blind, "exact arithmetic", [update, ...signal]);
  },
);

const spurious = equation(symbol("dW_k"), times("eps", minus("f_1", "f_0")));

export const spuriousGradient = proofBy(
  {
    id: "ladder/spurious-gradient",
    title: "A node that sees a spurious event gets a gradient of the order of the spurious correlation",
    source: "Section 5.3, Eqn. 15 and 17, with P(z_c = 1) = 1/2",
    claim: spurious,
  },
  (builder) => {
    const half = over(1, 2);
    const label = (p: Expression) => minus(p, minus(1, p));
    const rule = "E[g_0(z_w) | z_c], Eqn. 15";
    const signal = [
      builder.define(symbol("g_1"), label(plus(half, "eps")), rule),
      builder.define(symbol("g_0"), label(minus(half, "eps")), rule),
    ];
    const own = mean(half, times("f_1", "g_1"), times("f_0", "g_0"));
    const update = builder.define(symbol("dW_k"), own, "E[f_k g_0(z_c)]", signal);
    builder.deduce(spurious, "exact arithmetic", [update, ...signal]);
  },
);
