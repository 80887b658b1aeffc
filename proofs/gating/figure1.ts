/**
 * Figure 1, left: one input, four hidden nodes relu(x), relu(x-1), relu(x-2), relu(x-3), and above them a node with weights 1, -2, 2, -2 and bias -1/2. Its
 * preactivation climbs to 1/2 at x = 1, falls to -1/2 at x = 2, climbs to 1/2 at x = 3 and falls for ever: it is not negative on [1/2, 3/2] and
 * [5/2, 7/2] only, where the first node, x, is not either. The weights are ours: the figure's are not in the text.
 */
import { minus, over, plus, type Term, times } from "../../src/symbolic/build.js";
import { integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";
import { relu } from "../relu.js";

/** The preactivation of the upper node at x. */
const upper = (x: Term) =>
  minus(
    plus(relu(x), times(-2, relu(minus(x, 1))), times(2, relu(minus(x, 2))), times(-2, relu(minus(x, 3)))),
    over(1, 2),
  );

/** Values side by side: coefficients of p, q and r. */
const together = (first: Term, second: Term, third: Term) =>
  plus(times("p", first), times("q", second), times("r", third));

const values = equation(together("u_1", "u_2", "u_3"), over(together(1, -1, 1), 2));

export const disconnectedWitness = proofBy(
  {
    id: "gating/disconnected-witness",
    title: "The upper node is open at 1 and 3 and shut at 2, between them",
    source: "Figure 1 (left)",
    claim: values,
  },
  (builder) => {
    const parts = [1, 2, 3].map((x) => builder.define(symbol(`u_${x}`), upper(x), `the preactivation at ${x}`));
    builder.deduce(values, "exact arithmetic, all three values at once", parts);
  },
);

const roots = equation(plus(times("p", "u_1"), times("q", "u_2"), times("r", "u_3"), times("s", "u_4")), integer(0));

export const disconnectedEnds = proofBy(
  {
    id: "gating/disconnected-ends",
    title: "The upper node changes sign at 1/2, 3/2, 5/2 and 7/2",
    source: "Figure 1 (left)",
    claim: roots,
  },
  (builder) => {
    const parts = [1, 3, 5, 7].map((odd, k) =>
      builder.define(symbol(`u_${k + 1}`), upper(over(odd, 2)), `the preactivation at ${odd}/2`),
    );
    builder.deduce(roots, "exact arithmetic, all four values at once", parts);
  },
);
