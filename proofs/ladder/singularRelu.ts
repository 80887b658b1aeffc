/**
 * Section 5.1 says that random weights make all F of full rank with probability 1. The ReLU of a 2 x 2 matrix of independent Gaussians is singular with
 * probability 9/16: its entries are independent, positive or 0 with probability 1/2 each. Of the 16 patterns of signs, 9 have a determinant that is
 * the zero polynomial in the positive entries; the determinants of the others vanish with probability 0.
 */
import { minus, over, times } from "../../src/symbolic/build.js";
import { decide } from "../../src/symbolic/exact/decide.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy } from "../proofBy.js";

const patterns = Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].map((k) => ((bits >> k) & 1) === 1));

/** The determinant after the ReLU where these entries are positive. */
function determinant(positive: readonly boolean[]): Expression {
  const [a, b, c, d] = ["w_11", "w_12", "w_21", "w_22"].map((name, k) => (positive[k] ? symbol(name) : integer(0)));
  return minus(times(a!, d!), times(b!, c!));
}
const isSingular = (positive: readonly boolean[]) =>
  decide(equation(determinant(positive), integer(0)), { points: 0 }).status === "proved";

const corrected = equation(symbol("P_singular"), over(9, 16));

export const singularReluErratum = erratumBy(
  {
    id: "ladder/erratum-random-weights",
    title: "The ReLU of a random 2 x 2 matrix is singular with probability 9/16",
    source: "Section 5.1, 'with probability 1, all F are full-rank'",
    printed: equation(symbol("P_singular"), integer(0)),
    counterexample: { P_singular: rational(9, 16) },
    corrected,
  },
  (builder) => {
    const count = equation(symbol("singular"), integer(9));
    const holds = patterns.filter(isSingular).length === 9;
    const counted = builder.confirm(count, "of 16 patterns of signs, by exact determinants", [], holds);
    const rule = "the patterns are equally likely";
    const share = builder.define(symbol("P_singular"), over("singular", patterns.length), rule, [counted]);
    builder.deduce(corrected, "exact arithmetic", [share, counted]);
  },
);
