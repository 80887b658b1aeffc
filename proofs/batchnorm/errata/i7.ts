/**
 * I.7, line 2. J_phi' from the kernels of one degree more: the factor (2 alpha + 1)/(1-c^2) belongs to c J_phi(c) too, as in H.11.
 * J_phi' is put in as alpha^2/(2 alpha - 1) times kernels of one degree less.
 */
import { kernelOf, minus, negative, over, plus, power, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../../src/symbolic/derivation/builder.js";
import { integer, symbol } from "../../../src/symbolic/expression.js";
import { compare, equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import type { Erratum } from "../../proof.js";
import { homogeneousSetting, kernel, kernelSlope } from "../homogeneous.js";

const c = symbol("c");

const setting: Setting = {
  assumptions: [...homogeneousSetting.assumptions, compare("Greater", c, integer(-1)), compare("Less", c, integer(1))],
  domains: { ...homogeneousSetting.domains, c: { min: rational(-9, 10), max: rational(9, 10) } },
};

const factor = over(plus(times(2, "alpha"), 1), minus(1, power(c, 2)));
const raised = plus("alpha", 1);
const above = plus(
  times(plus(power("p", 2), power("m", 2)), kernelOf(raised, c)),
  times(2, "p", "m", kernelOf(raised, negative(c))),
);
const own = times(c, kernel(c));

const corrected = equation(kernelSlope(c), times(factor, minus(above, own)));

export const i7: Erratum = Object.freeze({
  id: "batchnorm/erratum-i7",
  title: "The slope of the kernel from the kernels of one degree more",
  source:
    "Proposition I.7, second line: the glyphs are damaged, so that the paper prints this is not certain; the corrected line is",
  printed: equation(kernelSlope(c), minus(times(factor, above), own)),
  counterexample: Object.freeze({ alpha: rational(1), p: rational(1), m: rational(0), c: rational(1, 2) }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(setting);
    builder.deduce(corrected, "exact arithmetic with the recurrence H.8 of the kernels", []);
    return builder.finish();
  },
});
