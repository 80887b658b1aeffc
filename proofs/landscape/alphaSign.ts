/**
 * alpha enters the blocks of Eqn. 4 with q < L as a factor, and those with q = L not at all. So with S = dg(I, ..., I, -I), S H(-alpha) S = -H(alpha) for
 * the same slopes of the loss. Shown for three layers of one unit with open gates, T = x w_1 w_2 a, from the derivatives of T themselves.
 */
import { negative, plus, power, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { type Expression, substitute, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const weights = ["w_1", "w_2", "a"] as const;
const output = times("x", "w_1", "w_2", "a");
const second = (p: number, q: number): Expression => differentiate(differentiate(output, weights[p]!), weights[q]!);
const places = [0, 1, 2].flatMap((p) => [0, 1, 2].map((q) => [p, q] as const));
/** All entries at once, one power of t each. */
const all = (of: (p: number, q: number) => Expression): Expression =>
  plus(...places.map(([p, q], k) => times(of(p, q), power("t", k))));
const sign = (p: number): number => (p === 2 ? -1 : 1);

const turned = equation(symbol("G"), negative(symbol("F")));

export const antisymmetry = proofBy(
  {
    id: "landscape/alpha-sign",
    title: "Turning alpha round turns the Hessian round, up to the signs of a basis vector",
    source: "Eqn. 4 and 5; three layers of one unit",
    claim: turned,
  },
  (builder) => {
    const own = builder.define(symbol("F"), all(second), "the entries of H(alpha) as coefficients of a polynomial");
    const other = builder.define(
      symbol("G"),
      all((p, q) => times(sign(p), substitute(second(p, q), "a", negative(symbol("a"))), sign(q))),
      "the entries of S H(-alpha) S, S = dg(1, 1, -1)",
    );
    builder.deduce(turned, "exact arithmetic, all entries at once", [own, other]);
  },
);
