/** I.1. phi(x) = p x_+^alpha - m x_-^alpha has phi(1) = p and phi(-1) = -m; the proof takes the coefficient m to be phi(-1). */
import { minus, negative, over, plus, power, type Term, term, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../../src/symbolic/expression.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import type { Erratum } from "../../proof.js";
import { homogeneousSetting } from "../homogeneous.js";

/** x_+^alpha, x_+ = (x + |x|)/2. */
const relu = (x: Term): Expression => power(over(plus(x, call("Abs", term(x))), 2), "alpha");
const phi = (x: Term): Expression => minus(times("p", relu(x)), times("m", relu(negative(x))));

const corrected = equation(phi(-1), negative("m"));

export const i1: Erratum = Object.freeze({
  id: "batchnorm/erratum-i1",
  title: "The left coefficient of a homogeneous function",
  source: "Proposition I.1, proof",
  printed: equation(phi(-1), symbol("m")),
  counterexample: Object.freeze({ alpha: rational(1), p: rational(1), m: rational(1, 2) }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(homogeneousSetting);
    builder.deduce(corrected, "substitution", []);
    return builder.finish();
  },
});
