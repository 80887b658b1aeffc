/**
 * Section 5.3, Lotka and Volterra. For dw_k/dt = |w_k| (w* - sum_q a_q w_q) with frozen directions b_k, the norms n_k = |w_k| obey
 *
 *   d ln n_k/dt = g_k - sum_q A_kq n_q,   g_k = b_k.w*,   A_kq = a_q b_k.b_q,
 *
 * exactly. Two species; more are more terms of the same sum. The interior fixed point A n = g is by Cramer's rule.
 */
import { minus, over, plus, times } from "../../src/symbolic/build.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { cite } from "../cite.js";
import { proofBy } from "../proofBy.js";
import { normGrowth } from "./nodeFlow.js";

const source = "Section 5.3, competitive Lotka-Volterra equations";
const supply = minus(minus("g_1", times("A_11", "n_1")), times("A_12", "n_2"));

export const lotkaVolterraNorms = proofBy(
  {
    id: "alignment/lotka-volterra-norms",
    title: "Norms of nodes with frozen directions obey competitive Lotka-Volterra equations",
    source,
    claim: equation(symbol("L"), supply),
  },
  (builder) => {
    const growth = cite(builder, normGrowth);
    const parts = [
      builder.define(symbol("g_1"), symbol("bw_1"), "definition: b_1.w*"),
      builder.define(symbol("A_11"), times("a_1", "bb_11"), "definition: a_1 b_1.b_1"),
      builder.define(symbol("A_12"), times("a_2", "bb_12"), "definition: a_2 b_1.b_2"),
    ];
    const residue = minus(minus("bw_1", times("a_1", "n_1", "bb_11")), times("a_2", "n_2", "bb_12"));
    const rule = "h = b_1.r, r = w* - a_1 n_1 b_1 - a_2 n_2 b_2";
    const projection = builder.define(symbol("h"), residue, rule);
    builder.deduce(equation(symbol("L"), supply), "exact arithmetic", [growth, projection, ...parts]);
  },
);

const determinant = minus(times("A_11", "A_22"), times("A_12", "A_21"));
const interior: readonly [Expression, Expression] = [
  over(minus(times("g_1", "A_22"), times("g_2", "A_12")), determinant),
  over(minus(times("g_2", "A_11"), times("g_1", "A_21")), determinant),
];
/** dn_k/dt for both species at once, as coefficients of x and y. */
const velocity = plus(
  times("x", "n_1", minus("g_1", plus(times("A_11", "n_1"), times("A_12", "n_2")))),
  times("y", "n_2", minus("g_2", plus(times("A_21", "n_1"), times("A_22", "n_2")))),
);
const rest = equation(symbol("V"), integer(0));

export const lotkaVolterraInterior = proofBy(
  {
    id: "alignment/lotka-volterra-interior",
    title: "Two competing species rest where A n = g",
    source,
    claim: rest,
  },
  (builder) => {
    const places = interior.map((value, k) => builder.define(symbol(`n_${k + 1}`), value, "Cramer's rule for A n = g"));
    const speed = builder.define(symbol("V"), velocity, "both velocities at once", places);
    builder.deduce(rest, "exact arithmetic", [speed, ...places]);
  },
);

export const lotkaVolterra = Object.freeze([lotkaVolterraNorms, lotkaVolterraInterior]);
