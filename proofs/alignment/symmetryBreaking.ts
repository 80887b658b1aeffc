/**
 * Eqn. 70: one node sees more of the teacher, r_1 = r + eps w*, r_2 = r = w* - a_1 w_1 - a_2 w_2, dw_k/dt = |w_k| r_k. Then
 * dr/dt = -a_1 |w_1| r_1 - a_2 |w_2| r_2 = -S r - a_1 |w_1| eps w*, S = a_1 |w_1| + a_2 |w_2|, and r is not r_1: the printed equation puts
 * dr_k/dt = -S r_k instead. N_k = |w_k|, u_k = w_k/|w_k|, p_k = u_k.w*, c = u_1.r, rr_k = |r_k|^2.
 */
import { minus, negative, plus, power, type Term, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy } from "../proofBy.js";

const feedback = (h1: Term, h2: Term, S: Term) => times(minus(h2, h1), plus(h1, h2, S));
const missing = times("eps", minus(times("S", "p_1"), times("a_1", "N_1", minus("p_1", "p_2"))));
const corrected = equation(symbol("dh_12"), plus(feedback("h_1", "h_2", "S"), "E", missing));

/** One input and positive weights: |w_k| = w_k and h_k = r_k. */
function printed() {
  const r2 = minus("w_star", plus(times("a_1", "w_1"), times("a_2", "w_2")));
  const r1 = plus(r2, times("eps", "w_star"));
  const gap = minus(r1, r2);
  const slope = plus(times(differentiate(gap, "w_1"), "w_1", r1), times(differentiate(gap, "w_2"), "w_2", r2));
  const explained = plus(times("a_1", "w_1"), times("a_2", "w_2"));
  return equation(slope, plus(feedback(r1, r2, explained), minus(power(r1, 2), power(r2, 2))));
}

export const equation70Erratum = erratumBy(
  {
    id: "alignment/erratum-equation-70",
    title:
      "A node that sees more of the teacher grows apart from another by more than the difference of their residues",
    source: "Theorem 7, Eqn. 70",
    printed: printed(),
    counterexample: {
      w_1: rational(1),
      w_2: rational(1),
      w_star: rational(1),
      a_1: rational(1, 5),
      a_2: rational(1, 5),
      eps: rational(1, 2),
    },
    corrected,
  },
  (builder) => {
    const first = builder.define(symbol("h_1"), plus("c", times("eps", "p_1")), "u_1.r_1, c = u_1.r");
    const residue = "u_k.dr/dt, dr/dt = -a_1 |w_1| r_1 - a_2 |w_2| r_2";
    const pulls = [
      ["R_1", "h_1", "c"],
      ["R_2", plus("h_2", times("eps", "p_2")), "h_2"],
    ] as const;
    const parts = pulls.map(([name, own, other]) =>
      builder.define(symbol(name), negative(plus(times("a_1", "N_1", own), times("a_2", "N_2", other))), residue),
    );
    const slopes = [1, 2].map((k, i) => {
      const turning = minus(`rr_${k}`, power(`h_${k}`, 2));
      return builder.define(symbol(`dh_${k}`), plus(turning, `R_${k}`), "dh_k/dt, Eqn. 67, w* is constant", [
        parts[i]!,
      ]);
    });
    const explained = builder.define(symbol("S"), plus(times("a_1", "N_1"), times("a_2", "N_2")), "definition");
    const excess = builder.define(symbol("E"), minus("rr_1", "rr_2"), "definition");
    const gap = builder.define(symbol("dh_12"), minus("dh_1", "dh_2"), "d(h_1 - h_2)/dt", slopes);
    builder.deduce(corrected, "exact arithmetic", [gap, ...slopes, ...parts, explained, excess, first]);
  },
);
