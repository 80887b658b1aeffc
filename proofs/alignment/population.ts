/**
 * Theorem 6 and the matrix G of Eqn. 7, for inputs of spherically symmetric law without biases. Only the plane of the two weights matters: w_j = (1, 0),
 * w_k = (c, s), s^2 = 1 - c^2, at the angle t = acos c, -1 < c < 1. Both nodes are active where x has the angle phi - pi/2, t < phi < pi: there
 * x = |x| (sin phi, -cos phi). With m = E|x|^2/d the squared radius in the plane has mean 2 m, and the angle the density 1/(2 pi):
 *
 *   E[x z_k f_j] = m/(2 pi) ((pi - t) w_j + s w_k),
 *
 * times |w_j|, with w_k/|w_k| in place of w_k: not times |w_k|, as printed. G = E[x x^T z_k z_j] has the eigenvalues m (pi - t +- s)/(2 pi) in the plane and
 * m (pi - t)/(2 pi) across it. Integrals are by antiderivatives in phi = acos c, d/dphi = -s d/dc, which the steps differentiate.
 */
import { minus, negative, over, pi, plus, power, root, type Term, term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { call, type Expression, substitute, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { cite } from "../cite.js";
import { erratumBy, proofBy } from "../proofBy.js";

const c = symbol("c");
const sine = root(minus(1, power(c, 2)));
const angle = call("Acos", c);

/** Antiderivatives in phi of sin^2, -sin cos and cos^2. */
const antiderivatives = {
  xx: [over(minus(angle, times(sine, c)), 2), power(sine, 2)],
  xy: [negative(over(power(sine, 2), 2)), negative(times(sine, c))],
  yy: [over(plus(angle, times(sine, c)), 2), power(c, 2)],
} as const;
type Entry = keyof typeof antiderivatives;

/** int_t^pi of the entry, after its antiderivative is checked. */
function angularIntegral(builder: DerivationBuilder, entry: Entry): number {
  const [whole, integrand] = antiderivatives[entry];
  const rule = "an antiderivative in phi, c = cos phi";
  const slope = builder.deduce(equation(times(negative(sine), differentiate(whole, "c")), integrand), rule, []);
  const value = minus(substitute(whole, "c", term(-1)), whole);
  return builder.define(symbol(`I_${entry}`), value, "the integral from t to pi, c = cos t", [slope]);
}

/** 2 m/(2 pi) times the angular integral. */
const mean = (entry: Entry): Expression => over(times("m", `I_${entry}`), pi);
const both = (x: Term, y: Term): Expression => plus(times("x", x), times("y", y));
const unit = over("m", times(2, pi));
const active = minus(pi, angle);
const [Ex, Ey] = [symbol("E_x"), symbol("E_y")];

const pull = equation(both(Ex, Ey), times(unit, plus(times(active, "x"), times(sine, both(c, sine)))));

export const theorem6 = proofBy(
  {
    id: "alignment/theorem-6",
    title: "A teacher pulls a student towards itself and stretches it, under a spherically symmetric law",
    source: "Theorem 6",
    claim: pull,
  },
  (builder) => {
    const parts = [angularIntegral(builder, "xx"), angularIntegral(builder, "xy")];
    const means = [
      builder.define(Ex, mean("xx"), "along w_j: f_j = |x| sin phi", parts.slice(0, 1)),
      builder.define(Ey, mean("xy"), "across w_j", parts.slice(1)),
    ];
    builder.deduce(pull, "exact arithmetic, both coordinates at once", [...means, ...parts]);
  },
);

/** E_y/E_x at |w_j| = 1, |w_k| = k: as printed, the second term has w_k and not its direction. */
const printedRatio = over(times("k", power(sine, 2)), plus(active, times("k", sine, c)));
const ratio = over(power(sine, 2), plus(active, times(sine, c)));
const corrected = equation(symbol("E_yx"), ratio);

/** At a right angle, |w_k| = 2. */
export const theorem6NormsErratum = erratumBy(
  {
    id: "alignment/erratum-theorem-6-norms",
    title: "The mean does not depend on the length of the student's weight",
    source: "Theorem 6: |w_j| |w_k| ((pi - t) w_j + sin t w_k)",
    printed: equation(printedRatio, ratio),
    counterexample: { c: rational(0), k: rational(2) },
    corrected,
  },
  (builder) => {
    const parts = [angularIntegral(builder, "xx"), angularIntegral(builder, "xy")];
    const rule = "the directions' ratio: z_k does not change with |w_k|";
    const quotient = builder.define(symbol("E_yx"), over(mean("xy"), mean("xx")), rule, parts);
    builder.deduce(corrected, "exact arithmetic", [quotient, ...parts]);
  },
);

const characteristic = equation(
  symbol("det"),
  times(minus(times(unit, plus(active, sine)), "lambda"), minus(times(unit, minus(active, sine)), "lambda")),
);

export const pairMatrixPlane = proofBy(
  {
    id: "alignment/g-eigenvalues",
    title: "In the plane of two weights, G has the eigenvalues m (pi - t +- sin t)/(2 pi)",
    source: "Eqn. 7",
    claim: characteristic,
  },
  (builder) => {
    const entries = ["xx", "xy", "yy"] as const;
    const parts = entries.map((entry) => angularIntegral(builder, entry));
    const own = entries.map((entry, k) =>
      builder.define(symbol(`G_${entry}`), mean(entry), "entry of E[x x^T z_k z_j] in the plane", [parts[k]!]),
    );
    const value = minus(times(minus("G_xx", "lambda"), minus("G_yy", "lambda")), power("G_xy", 2));
    const polynomial = builder.define(symbol("det"), value, "the characteristic polynomial", own);
    builder.deduce(characteristic, "exact arithmetic", [polynomial, ...own, ...parts]);
  },
);

const across = equation(symbol("G_zz"), times(unit, active));

export const pairMatrixAcross = proofBy(
  {
    id: "alignment/g-across",
    title: "Across the plane of two weights, G is m (pi - t)/(2 pi)",
    source: "Eqn. 7",
    claim: across,
  },
  (builder) => {
    const slope = builder.deduce(
      equation(times(negative(sine), differentiate(angle, "c")), term(1)),
      "an antiderivative of 1 in phi, c = cos phi",
      [],
    );
    const rule = "m times P(both active): the angle is independent of a coordinate across the plane, given the radii";
    const share = over(minus(substitute(angle, "c", term(-1)), angle), times(2, pi));
    const entry = builder.define(symbol("G_zz"), times("m", share), rule, [slope]);
    builder.deduce(across, "exact arithmetic", [entry]);
  },
);

/** int_0^(2t) (cos u, sin u) du/(2 pi), u = 2 phi: antiderivatives 2 s c and 2 s^2 of 2 cos 2 phi and 2 sin 2 phi, over 2 pi. */
const doubled = {
  x: [times(2, sine, c), minus(times(4, power(c, 2)), 2)],
  y: [times(2, power(sine, 2)), times(4, sine, c)],
} as const;

const secondIntegral = equation(both("I2_x", "I2_y"), times(over(sine, pi), both(c, sine)));

export const angularI2 = proofBy(
  {
    id: "alignment/i2",
    title: "For a symmetric law I_2 is sin t/pi along the student",
    source: "Theorem 6, Eqn. 62",
    claim: secondIntegral,
  },
  (builder) => {
    const parts = (["x", "y"] as const).flatMap((name) => {
      const [whole, integrand] = doubled[name];
      const rule = "an antiderivative in phi of twice the cosine or sine of 2 phi, c = cos phi";
      const slope = builder.deduce(equation(times(negative(sine), differentiate(whole, "c")), integrand), rule, []);
      const value = over(minus(whole, substitute(whole, "c", term(1))), times(2, pi));
      return [builder.define(symbol(`I2_${name}`), value, "the integral from 0 to t over 2 pi", [slope])];
    });
    builder.deduce(secondIntegral, "exact arithmetic, both coordinates at once", parts);
  },
);

const split = equation(both("v_x", "v_y"), minus("x", both(minus(times(2, power(c, 2)), 1), times(2, sine, c))));

export const angularSplit = proofBy(
  {
    id: "alignment/equation-59-split",
    title: "Twice the integrand of Eqn. 56 is w_j minus the unit vector of twice the angle, for any law of the angle",
    source: "Theorem 6, Eqn. 57 to 59: integrated over t < phi < pi, 2 I = I_1 w_j - I_0/2 + I_2/2",
    claim: split,
  },
  (builder) => {
    const rule = "2 cos a (cos a, sin a), a = phi - pi/2, c = cos phi; the unit vector is (cos 2 phi, sin 2 phi)";
    const parts = [
      builder.define(symbol("v_x"), times(2, sine, sine), rule),
      builder.define(symbol("v_y"), negative(times(2, sine, c)), rule),
    ];
    builder.deduce(split, "exact arithmetic, both coordinates at once", parts);
  },
);

/** 2 I = I_1 w_j - I_0/2 + I_2/2, I_0 = 0, I_1 = (pi - t)/(2 pi), and I the mean for radius 1: half of E at m = 1. */
const signed = equation(both("twoI_x", "twoI_y"), plus(times("I1", "x"), over(both("I2_x", "I2_y"), 2)));
const known = { I1: over(active, times(2, pi)), I2_y: over(power(sine, 2), pi) };

/** The second coordinate at a right angle: 2 I_y = 1/(2 pi), and -I_2/2 is its negative. */
export const equation59Erratum = erratumBy(
  {
    id: "alignment/erratum-equation-59",
    title: "The terms I_0 and I_2 have the opposite signs",
    source: "Theorem 6, Eqn. 58 and 59",
    printed: equation(over(power(sine, 2), times(2, pi)), negative(over(known.I2_y, 2))),
    counterexample: { c: rational(0) },
    corrected: signed,
  },
  (builder) => {
    const mass = builder.define(symbol("I1"), known.I1, "Eqn. 60: the share of the angles where both are active");
    const second = cite(builder, angularI2);
    const parts = [angularIntegral(builder, "xx"), angularIntegral(builder, "xy")];
    const twice = parts.map((part, k) => {
      const name = k === 0 ? "x" : "y";
      const value = over(symbol(k === 0 ? "I_xx" : "I_xy"), pi);
      return builder.define(symbol(`twoI_${name}`), value, "Eqn. 56, twice, with the density 1/(2 pi)", [part]);
    });
    builder.deduce(signed, "exact arithmetic, both coordinates at once", [...twice, ...parts, mass, second]);
  },
);

export const population = Object.freeze([theorem6, pairMatrixPlane, pairMatrixAcross, angularI2, angularSplit]);
