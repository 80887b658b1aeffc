/**
 * Eqn. 74 and 77. The sigma of batch normalisation is the root mean square of the centred activations f - mu; Eqn. 74's sigma is that of f itself.
 * For any N: f_i is named, the others enter by their sum R and the sum Q of their squares.
 */
import { minus, over, plus, power, root, times } from "../../src/symbolic/build.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy } from "../proofBy.js";

const [squares, mean] = [over(plus(power("f_i", 2), "Q"), "N"), over(plus("f_i", "R"), "N")];
/** sum (f - mu)^2 over i and the N - 1 others. */
const centred = plus(
  power(minus("f_i", "mu"), 2),
  minus("Q", times(2, "mu", "R")),
  times(minus("N", 1), power("mu", 2)),
);
const corrected = equation(symbol("sigma"), root(minus(squares, power("mu", 2))));

/** N = 2, f = (1, 3): sigma = 1, the root mean square is the root of 5. */
export const deviationErratum = erratumBy(
  {
    id: "ladder/erratum-deviation",
    title: "Batch normalisation divides by the norm of the centred activations",
    source: "Theorem 5, Eqn. 74: sigma = ||f||_uni; accents are damaged, so that the paper prints this is not certain",
    printed: equation(root(minus(squares, power(mean, 2))), root(squares)),
    counterexample: { N: rational(2), f_i: rational(1), R: rational(3), Q: rational(9) },
    corrected,
  },
  (builder) => {
    const average = builder.define(symbol("mu"), mean, "definition: the mean of f");
    const rule = "definition: the root mean square of f - mu";
    const deviation = builder.define(symbol("sigma"), root(over(centred, "N")), rule, [average]);
    builder.deduce(corrected, "exact arithmetic", [deviation, average]);
  },
);
