/**
 * Section 5.3, winners take all. Two nodes with r_1 = r + eps w* and r_2 = r = w* - a_1 w_1 - a_2 w_2. A loser that is not exactly along w* flips: w_1 = n_1 e,
 * w_2 = -n_2 e, w* = omega e, and r = rho e with
 *
 *   rho = omega - a_1 n_1 + a_2 n_2,   dn_1/dt = n_1 (rho + eps omega),   dn_2/dt = -n_2 rho.
 *
 * Both norms grow without bound: with B = a_2 n_2 large, rho rests where d rho/dt = 0, at rho = -eps omega/2 + O(1/B), and both grow at the rate
 * eps omega/2. (rho stays bounded: delta = omega - rho is a symbol of order 1, and a_1 n_1 = B + delta.)
 */
import { minus, negative, over, plus, power, times } from "../../src/symbolic/build.js";
import { call, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const source = "Section 5.3, winners-take-all";
const bump = times("eps", "omega");
const slope = equation(symbol("drho"), minus(negative(times(plus("m_1", "m_2"), "rho")), times("m_1", bump)));

export const residueFlow = proofBy(
  {
    id: "alignment/residue-flow",
    title: "The residue between a winner and a flipped loser relaxes to a value of the order of the bump",
    source,
    claim: slope,
  },
  (builder) => {
    const parts = [
      builder.define(symbol("dm_1"), times("m_1", plus("rho", bump)), "m_1 = a_1 n_1"),
      builder.define(symbol("dm_2"), negative(times("m_2", "rho")), "m_2 = a_2 n_2; the flipped node shrinks along r"),
    ];
    const rule = "rho = omega - m_1 + m_2";
    const derivative = builder.define(symbol("drho"), minus("dm_2", "dm_1"), rule, parts);
    builder.deduce(slope, "exact arithmetic", [derivative, ...parts]);
  },
);

const B = symbol("B");
const rate = equation(symbol("growth"), plus(over(bump, 2), call("BigO", power(B, -1))));

export const divergenceRate = proofBy(
  {
    id: "alignment/divergence-rate",
    title: "After a flip both norms diverge at the rate eps |w*|/2",
    source: `${source}, Eqn. 70`,
    claim: rate,
  },
  (builder) => {
    const winner = builder.define(
      symbol("m_1"),
      plus(B, "delta"),
      "rho = omega - m_1 + m_2, B = m_2, delta = omega - rho",
    );
    const rest = over(negative(times("m_1", bump)), plus("m_1", B));
    const still = builder.define(symbol("rho"), rest, "d rho/dt = 0", [winner]);
    const own = builder.define(symbol("growth"), negative("rho"), "d ln n_2/dt = -rho", [still]);
    builder.expand(rate, "B -> infinity", [own, still, winner]);
  },
);

export const winnerRate = proofBy(
  {
    id: "alignment/divergence-rate-winner",
    title: "The winner diverges at the loser's rate",
    source: `${source}, Eqn. 70`,
    claim: equation(symbol("growth_1"), over(bump, 2)),
  },
  (builder) => {
    const limit = builder.define(symbol("rho"), negative(over(bump, 2)), "where the residue rests as the norms grow");
    const own = builder.define(symbol("growth_1"), plus("rho", bump), "d ln n_1/dt = rho + eps omega", [limit]);
    builder.deduce(equation(symbol("growth_1"), over(bump, 2)), "exact arithmetic", [own, limit]);
  },
);

export const divergence = Object.freeze([residueFlow, divergenceRate, winnerRate]);
