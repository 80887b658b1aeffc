/**
 * Section 7.5.1. Batch normalisation's J f = 0 makes the gradient dW of a row orthogonal to the row w, sum_k w_k dw_k = E[f g_f] = 0. Then a step of
 * gradient descent adds lr^2 |dW|^2 to the row's energy |w|^2, which is conserved in the limit lr -> 0 alone.
 *
 * A row of three weights; rows of more have more terms of the same kind. The orthogonality is solved for dw_1, w_1 != 0.
 */
import { negative, over, plus, power, times } from "../../src/symbolic/build.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const places = [1, 2, 3] as const;
const claim = equation(symbol("E_next"), plus("E", times(power("lr", 2), "D")));

export const rowEnergy = proofBy(
  {
    id: "ladder/row-energy",
    title: "A gradient step adds lr^2 |dW|^2 to the energy of a row before batch normalisation",
    source: "Section 7.5.1, Eqn. 80 and 81",
    claim,
  },
  (builder) => {
    const rest = negative(over(plus(times("w_2", "d_2"), times("w_3", "d_3")), "w_1"));
    const rule = "w_1 d_1 + w_2 d_2 + w_3 d_3 = E[f g_f] = 0 by Theorem 5, solved for d_1";
    const orthogonal = builder.define(symbol("d_1"), rest, rule);
    const before = builder.define(symbol("E"), plus(...places.map((k) => power(`w_${k}`, 2))), "definition: |w|^2");
    const step = builder.define(symbol("D"), plus(...places.map((k) => power(`d_${k}`, 2))), "definition: |dW|^2", [
      orthogonal,
    ]);
    const moved = plus(...places.map((k) => power(plus(`w_${k}`, times("lr", `d_${k}`)), 2)));
    const after = builder.define(symbol("E_next"), moved, "definition: |w + lr dW|^2", [orthogonal]);
    builder.deduce(claim, "exact arithmetic", [after, before, step, orthogonal]);
  },
);
