/** Section 3.1 counts m^L active path regions; a path is one of m neurons in each of the L - 1 hidden layers of section 2. */
import { minus, power, times } from "../../../src/symbolic/build.js";
import { symbol } from "../../../src/symbolic/expression.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { erratumBy } from "../../proofBy.js";

const paths = power("m", minus("L", 1));
const corrected = equation(symbol("paths"), paths);

export const pathCountErratum = erratumBy(
  {
    id: "gating/erratum-path-count",
    title: "There are m^(L-1) active path regions, not m^L",
    source: "Section 3.1",
    printed: equation(paths, power("m", "L")),
    counterexample: { m: rational(2), L: rational(3) },
    corrected,
  },
  (builder) => {
    const below = builder.define(symbol("below"), power("m", minus("L", 2)), "paths through all hidden layers but one");
    const all = builder.define(symbol("paths"), times("m", "below"), "each goes on to one of the m neurons above", [
      below,
    ]);
    builder.deduce(corrected, "exact arithmetic: the induction that starts with one hidden layer, L = 2", [all, below]);
  },
);
