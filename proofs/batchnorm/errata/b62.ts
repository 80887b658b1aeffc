/**
 * B.62. T = DOS(u, v, w) takes the underlined L(a, b) to L(u a, w b - v a). The theorem's eigenspaces, L(w-u, v) of u and L(0, 1) of w, have two
 * directions in (a, b), one more than sign((w-u)^2), only for u != w: DOS(u, v, u) with v != 0 is a Jordan block, where L(w-u, v) is
 * a multiple of L(0, 1). For u != w every L(a, b) is x L(w-u, v) + y L(0, 1) with x = a/(w-u), and T multiplies the parts by u and w.
 */
import { minus, over, plus, power, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../../src/symbolic/derivation/builder.js";
import { call, integer, symbol } from "../../../src/symbolic/expression.js";
import { compare, equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import type { Erratum } from "../../proof.js";
import { dos, image, operatorSetting, same, star } from "../operators.js";

const spread = minus("w", "u");
const directions = plus(call("Sign", power(spread, 2)), 1);

const setting: Setting = {
  ...operatorSetting,
  assumptions: [...operatorSetting.assumptions, compare("NotEqual", spread, integer(0))],
};

const corrected = equation(symbol("b'"), plus(times("u", "x", "v"), times("w", "y")));

export const b62: Erratum = Object.freeze({
  id: "batchnorm/erratum-b62",
  title: "A DOS operator with u = w has no basis of eigenmatrices",
  source: "Theorem B.62, which needs u != w: the number of independent directions (a, b) among its eigenmatrices",
  printed: equation(directions, integer(2)),
  counterexample: Object.freeze({ u: rational(1), v: rational(1), w: rational(1) }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(setting);
    const value = minus(times("w", "b"), times("v", "a"));
    const holds = same(image(dos("u", "v", "w"), star("a", "b")), star(times("u", "a"), value));
    const rule = "T{L(a, b)} = L(u a, b') in every entry";
    const mapped = builder.confirm(equation(symbol("b'"), value), rule, [], holds);
    const x = builder.define(symbol("x"), over("a", spread), "L(a, b) = x L(w-u, v) + y L(0, 1), first entry");
    const y = builder.define(symbol("y"), minus("b", times("x", "v")), "the same, second entry", [x]);
    builder.deduce(corrected, "exact arithmetic", [mapped, x, y]);
    return builder.finish();
  },
});
