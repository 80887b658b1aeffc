/**
 * B.59. T = DOS(u, v, w) takes BSB1(a, b) to BSB1(u a, w b + 2 v a). The lemma's sentence has BSB1(w-u, w v) as an eigenmatrix, which needs
 * w b + 2 v a = u b for it; its display has BSB1(u-w, 2v), for which that holds.
 */
import { minus, plus, type Term, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { symbol } from "../../../src/symbolic/expression.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import type { Erratum } from "../../proof.js";
import { bsb1, dos, image, operatorSetting, same } from "../operators.js";

const second = (a: Term, b: Term) => plus(times("w", b), times(2, "v", a));
const isEigenvector = (a: Term, b: Term) => equation(second(a, b), times("u", b));

const corrected = equation(symbol("b'"), times("u", times(2, "v")));

export const b59: Erratum = Object.freeze({
  id: "batchnorm/erratum-b59",
  title: "The eigenmatrices of a DOS operator among BSB1(a, b)",
  source: "Lemma B.59, its sentence; its display is right",
  printed: isEigenvector(minus("w", "u"), times("w", "v")),
  counterexample: Object.freeze({ u: rational(1), v: rational(1), w: rational(2) }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(operatorSetting);
    const holds = same(image(dos("u", "v", "w"), bsb1("a", "b")), bsb1(times("u", "a"), second("a", "b")));
    const rule = "T{BSB1(a, b)} = BSB1(u a, b') in every entry";
    const mapped = builder.confirm(equation(symbol("b'"), second("a", "b")), rule, [], holds);
    const a = builder.define(symbol("a"), minus("u", "w"), "the display");
    const b = builder.define(symbol("b"), times(2, "v"), "the display");
    builder.deduce(corrected, "exact arithmetic", [mapped, a, b]);
    return builder.finish();
  },
});
