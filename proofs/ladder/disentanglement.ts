/**
 * Theorem 8. P = P_1 x P_2 maps a disentangled column f_1 x 1 of a child to (P_1 f_1) x 1: it does not depend on the other factor of the parent, as the
 * rows of P_2 sum to 1. Sums over children, ReLU and batch normalisation act entry by entry and keep it so.
 *
 * Theorem 9. For P = P_1 x P_2 (tensor product) and disentangled F and G~, the block of dW that links child factor 2 with parent node 1 is
 *
 *   (1^T g~_1) (P_2 f_2)^T p_2,
 *
 * which vanishes where 1^T g~_1 = 0, g~_1 = (g, -g). Two binary parent factors, of probabilities (1 - p, p) for the second, and one binary child factor
 * below each; a block with more child factors has more columns of the same kind.
 */
import { minus, negative, plus, type Term, times } from "../../src/symbolic/build.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const both = [0, 1] as const;
const sum = (term: (k: 0 | 1) => Expression): Expression => plus(...both.map(term));

/** P(child | parent = t), the child's value in expectation, the parent's law. */
const conditional = [
  [minus(1, "a"), symbol("a")],
  [minus(1, "b"), symbol("b")],
] as const;
const law = [minus(1, "p"), symbol("p")] as const;
const value = (t: 0 | 1): Expression => sum((k) => times(conditional[t][k]!, `f_${k}`));

/** Sum over the four parent events (s, t) of (P F)[st, child node 2] G~[st, node 1]. */
const block = (gradient: readonly [Term, Term]): Expression =>
  sum((s) => sum((t) => times(value(t), gradient[s]!, law[t]!)));

const name = symbol("dW_21");
const factored = equation(
  name,
  times(
    plus("g_0", "g_1"),
    sum((t) => times(value(t), law[t]!)),
  ),
);

export const updateBlock = proofBy(
  {
    id: "ladder/update-block",
    title: "The block of the update between two factors is a product",
    source: "Theorem 9, Eqn. 95",
    claim: factored,
  },
  (builder) => {
    const defined = builder.define(name, block(["g_0", "g_1"]), "entry of (P F)^T G~: a sum over the parent's events");
    builder.deduce(factored, "exact arithmetic", [defined]);
  },
);

export const separableUpdate = proofBy(
  {
    id: "ladder/separable-update",
    title: "A centred disentangled gradient gives a separable update",
    source: "Theorem 9, Eqn. 96",
    claim: equation(name, integer(0)),
  },
  (builder) => {
    const centred = builder.define(symbol("g_1"), negative("g_0"), "1^T g~_1 = 0");
    const rule = "entry of (P F)^T G~: a sum over the parent's events";
    const defined = builder.define(name, block(["g_0", "g_1"]), rule, [centred]);
    builder.deduce(equation(name, integer(0)), "exact arithmetic", [defined, centred]);
  },
);

/** Entry (s, t) of P (f_1 x 1): the sum over the child's events (k, l). */
const forward = (s: 0 | 1, t: 0 | 1): Expression => {
  const other = [
    [minus(1, "u"), symbol("u")],
    [minus(1, "v"), symbol("v")],
  ] as const;
  return sum((k) => sum((l) => times(conditional[s][k]!, other[t][l]!, `f_${k}`)));
};
const factor = equation(plus(times("x", "F_00"), times("y", "F_01")), times(plus("x", "y"), value(0)));

export const disentangledForward = proofBy(
  {
    id: "ladder/disentangled-forward",
    title: "A disentangled activation stays disentangled through a tensor product of conditional probabilities",
    source: "Theorem 8, Eqn. 90",
    claim: factor,
  },
  (builder) => {
    const rule = "entry of P F: the column f_1 x 1, for one event of the first factor and each of the second";
    const parts = both.map((t) => builder.define(symbol(`F_0${t}`), forward(0, t), rule));
    builder.deduce(factor, "exact arithmetic, both entries at once", parts);
  },
);

export const disentanglement = Object.freeze([disentangledForward, updateBlock, separableUpdate]);
