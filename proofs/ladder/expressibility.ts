/**
 * Theorem 6, with what it needs. n leaves with two events each, and a lossless region above them: m = 2^n events, one for each combination. No single
 * P_ab is all-vert (its rows repeat), but the concatenation C = [P_ab1 ... P_abn] is, and that is enough.
 *
 * Linear: C's columns come in pairs z_k, 1 - z_k, so that its rank is that of 1, z_1, ..., z_n: n + 1, and by Eckart and Young the least
 * |C W - I|_F^2 is m - n - 1. The printed O(exp(sz)) is meant as a lower bound. The rank is confirmed by exact elimination for n = 1 to 8.
 *
 * ReLU: with weight 1 on the events of one combination and bias 1 - n, a row that agrees with it in all but k leaves has the activation
 * relu(n - k - (n - 1)), which is 1 for k = 0 and 0 for k >= 1: C W + b is the identity after the ReLU, and the loss is 0.
 */
import { minus, plus, power, type Term, times } from "../../src/symbolic/build.js";
import { exactRank } from "../../src/symbolic/exact/rank.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { compare, equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { proofBy } from "../proofBy.js";
import { relu } from "../relu.js";

const n = symbol("n");
const largest = 8;

/** [P_ab1 ... P_abn] of n binary leaves: row z has the unit vectors of its events side by side. */
const concatenation = (leaves: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** leaves }, (_, z) =>
    Array.from({ length: 2 * leaves }, (__, column) => Number(((z >> (column >> 1)) & 1) === (column & 1))),
  );

const rankOf = (leaves: number): number => exactRank(concatenation(leaves).map((row) => row.map((x) => rational(x))));

const loss = equation(symbol("Loss"), minus(minus(power(2, n), n), 1));

export const linearLoss = proofBy(
  {
    id: "ladder/linear-loss",
    title: "The least linear loss over n binary leaves is 2^n - n - 1",
    source: "Theorem 6, Eqn. 82, linear case",
    claim: loss,
  },
  (builder) => {
    const holds = Array.from({ length: largest }, (_, k) => k + 1).every((leaves) => rankOf(leaves) === leaves + 1);
    const rule = `1, z_1, ..., z_n span the columns and are independent; by exact elimination for n = 1 to ${largest}`;
    const rank = builder.confirm(equation(symbol("rank"), plus(n, 1)), rule, [], holds);
    const least = builder.define(symbol("Loss"), minus(power(2, n), "rank"), "Eckart and Young: m - rank, m = 2^n", [
      rank,
    ]);
    builder.deduce(loss, "exact arithmetic", [least, rank]);
  },
);

export const linearLossTwoLeaves = proofBy(
  {
    id: "ladder/linear-loss-two-leaves",
    title: "The least linear loss over two binary leaves is 1",
    source: "Theorem 6, Eqn. 82, linear case",
    claim: equation(symbol("Loss"), integer(1)),
  },
  (builder) => {
    const rank = builder.confirm(equation(symbol("rank"), integer(3)), "exact elimination", [], rankOf(2) === 3);
    const least = builder.define(symbol("Loss"), minus(4, "rank"), "Eckart and Young: m - rank, m = 4", [rank]);
    builder.deduce(equation(symbol("Loss"), integer(1)), "exact arithmetic", [least, rank]);
  },
);

/** The activation of a row that differs in k leaves. */
const activation = (k: Term): Expression => relu(minus(minus(n, k), minus(n, 1)));
/** Both cases at once, as coefficients of x and of y. */
const separation = equation(plus(times("x", symbol("A_0")), times("y", symbol("A_k"))), symbol("x"));

export const reluSeparators = proofBy(
  {
    id: "ladder/relu-separators",
    title: "A ReLU layer turns the concatenated events of n leaves into the identity",
    source: "Theorem 6, Eqn. 83, for the concatenation instead of each P_ab",
    claim: separation,
  },
  (builder) => {
    const own = builder.define(symbol("A_0"), activation(0), "the row of the combination itself");
    const other = builder.define(
      symbol("A_k"),
      activation(plus("j", 1)),
      "a row that differs in k = j + 1 leaves, j >= 0",
    );
    builder.deduce(separation, "exact arithmetic: 1 on the diagonal and 0 off it", [own, other]);
  },
  {
    assumptions: [compare("GreaterEqual", symbol("j"), integer(0))],
    domains: { j: { min: 0, max: 20, integer: true } },
  },
);

export const expressibility = Object.freeze([linearLoss, linearLossTwoLeaves, reluSeparators]);
