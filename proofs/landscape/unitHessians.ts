/**
 * Hessians of networks with one unit a layer, by differentiation. Open gates: T = x w_1 w_2 a, whose entries are Eqn. 4 and whose diagonal is zero,
 * Eqn. 5. A smooth activation, here phi(z) = z^3: T = a phi(w x) has a phi''(w x) x^2 on the diagonal, which Eqn. 5 omits, and phi'(w x) x beside it.
 */
import { plus, power, term, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const second = (output: Expression, p: string, q: string): Expression => differentiate(differentiate(output, p), q);
/** The entries pp, pq, qq, ... one power of t each. */
const coded = (entries: readonly Expression[]): Expression =>
  plus(...entries.map((each, k) => times(each, power("t", k))));
const pairsOf = (names: readonly string[]) => names.flatMap((p, i) => names.slice(i).map((q) => [p, q] as const));

const open = times("x", "w_1", "w_2", "a");
const blocks = equation(
  symbol("F"),
  coded([term(0), times("x", "a"), times("x", "w_2"), term(0), times("x", "w_1"), term(0)]),
);

export const openUnits = proofBy(
  {
    id: "landscape/open-units",
    title: "The Hessian of three layers of one open unit has the entries of Eqn. 4 and a zero diagonal",
    source: "Eqn. 4 and 5",
    claim: blocks,
  },
  (builder) => {
    const entries = pairsOf(["w_1", "w_2", "a"]).map(([p, q]) => second(open, p, q));
    const own = builder.define(
      symbol("F"),
      coded(entries),
      "second derivatives of T = x w_1 w_2 a, 11, 12, 1a, 22, 2a, aa",
    );
    builder.deduce(blocks, "differentiation", [own]);
  },
);

const z = times("w", "x");
const smooth = times("a", power(z, 3));
const slope = times(3, power(z, 2));
const curvature = times(6, z);
const curved = equation(symbol("F"), coded([times("a", curvature, power("x", 2)), times(slope, "x"), term(0)]));

export const smoothUnit = proofBy(
  {
    id: "landscape/smooth-unit",
    title: "One unit with phi(z) = z^3 has a phi'' x^2 on the diagonal of its Hessian, and phi' x beside it",
    source: "Eqn. 4 and 5, for a smooth activation",
    claim: curved,
  },
  (builder) => {
    const entries = pairsOf(["w", "a"]).map(([p, q]) => second(smooth, p, q));
    const own = builder.define(symbol("F"), coded(entries), "second derivatives of T = a (w x)^3, ww, wa, aa");
    builder.deduce(curved, "differentiation", [own]);
  },
);
