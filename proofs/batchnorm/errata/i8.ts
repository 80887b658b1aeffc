/**
 * I.8. V(D Sigma D) = D^alpha V(Sigma) D^alpha is stated for any diagonal matrix D. phi(d x) = d^alpha phi(x) needs d > 0: for d1 < 0 the sign goes to
 * the correlation, with the size of d1 in front. For alpha = 2, where (-1)^alpha is a number, ReLU^2 is a counterexample.
 */
import { minus, negative, power, type Term, term, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../../src/symbolic/expression.js";
import { compare, equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import type { Erratum } from "../../proof.js";
import { gaussianMoment, homogeneousSetting, kernel } from "../homogeneous.js";

const [c, d1, d2] = [symbol("c"), symbol("d1"), symbol("d2")];

const relu = (x: Term): Expression =>
  times(call("Step", term(x)), call("Power", call("Abs", term(x)), symbol("alpha")));
const phi = (x: Term): Expression => minus(times("p", relu(x)), times("m", relu(negative(x))));

/** V(D Sigma D)_12 for Sigma = ((1, c), (c, 1)). */
const mean = call("GaussianMean", times(phi(times(d1, "z1")), phi(times(d2, "z2"))), symbol("z1"), symbol("z2"), c);
const scaled = (first: Term, at: Term) => times(power(first, "alpha"), power(d2, "alpha"), gaussianMoment, kernel(at));

const setting: Setting = {
  assumptions: [
    ...homogeneousSetting.assumptions,
    compare("GreaterEqual", c, integer(-1)),
    compare("LessEqual", c, integer(1)),
    compare("Less", d1, integer(0)),
    compare("Greater", d2, integer(0)),
  ],
  domains: {
    ...homogeneousSetting.domains,
    c: { min: rational(-9, 10), max: rational(9, 10) },
    d1: { min: -2, max: rational(-1, 2) },
    d2: { min: rational(1, 2), max: 2 },
  },
};

const corrected = equation(mean, scaled(negative(d1), negative(c)));

export const i8: Erratum = Object.freeze({
  id: "batchnorm/erratum-i8",
  title: "Diagonal factors of a covariance must be positive",
  source: "Proposition I.8, for a diagonal with a negative entry",
  printed: equation(mean, scaled(d1, c)),
  counterexample: Object.freeze({
    alpha: rational(2),
    p: rational(1),
    m: rational(0),
    c: rational(2, 5),
    d1: rational(-1),
    d2: rational(1),
  }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(setting);
    builder.settle(corrected, "the mean by the arc-cosine kernel", []);
    return builder.finish();
  },
});
