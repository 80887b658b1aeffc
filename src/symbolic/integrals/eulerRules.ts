import { gamma, integral, minus, negative, over, plus, power, type Term, term, times } from "../build.js";
import { compare, equation } from "../proposition.js";
import { beta, exponential, halfLine, hypergeometric } from "./formula.js";
import { rule } from "./rule.js";

const positive = (a: Term) => compare("Greater", term(a), term(0));
const above = (a: Term, b: Term) => compare("Greater", term(a), term(b));
const t = (exponent: Term) => power("t", exponent);
const oneMinus = (exponent: Term) => power(minus(1, "t"), exponent);
const s = (exponent: Term) => power("s", exponent);
const r = (exponent: Term) => power("r", exponent);

export const betaRule = rule({
  name: "beta",
  parameters: ["a", "b"],
  claim: equation(integral(times(t(minus("a", 1)), oneMinus(minus("b", 1))), "t", 0, 1), beta("a", "b")),
  conditions: [positive("a"), positive("b")],
  source: "DLMF 5.12.1",
});

export const betaOfSquareRule = rule({
  name: "beta of a square",
  parameters: ["a", "b"],
  claim: equation(
    integral(times(t(minus("a", 1)), power(minus(1, power("t", 2)), minus("b", 1))), "t", 0, 1),
    over(beta(over("a", 2), "b"), 2),
  ),
  conditions: [positive("a"), positive("b")],
  source: "DLMF 5.12.1 with t^2 for t",
});

export const symmetricBetaRule = rule({
  name: "beta on [-1, 1]",
  parameters: ["a", "b"],
  claim: equation(
    integral(times(power(minus(1, "x"), minus("a", 1)), power(plus(1, "x"), minus("b", 1))), "x", -1, 1),
    times(power(2, minus(plus("a", "b"), 1)), beta("a", "b")),
  ),
  conditions: [positive("a"), positive("b")],
  source: "DLMF 5.12.1 with (1-x)/2 for t",
});

/** The radial integral that the Laplace method leaves. */
export const laplaceRule = rule({
  name: "Laplace",
  parameters: ["a", "b"],
  claim: equation(
    halfLine(times(s(minus("a", 1)), power(plus(1, times(2, "s")), negative("b"))), "s"),
    times(power(2, negative("a")), beta("a", minus("b", "a"))),
  ),
  conditions: [positive("a"), above("b", "a")],
  source: "batch normalisation paper, Lemma B.53; DLMF 5.12.3 with 2s for t",
});

export const scaledLaplaceRule = rule({
  name: "scaled Laplace",
  parameters: ["a", "b", "m"],
  claim: equation(
    halfLine(times(s(minus("a", 1)), power(plus(1, times(2, "m", "s")), negative("b"))), "s"),
    times(power(times(2, "m"), negative("a")), beta("a", minus("b", "a"))),
  ),
  conditions: [positive("a"), above("b", "a"), positive("m")],
  source: "batch normalisation paper, Lemma B.53; DLMF 5.12.3 with 2 m s for t",
});

export const schwingerRule = rule({
  name: "Schwinger",
  parameters: ["k", "c"],
  claim: equation(
    halfLine(times(s(minus("k", 1)), exponential(negative(times("c", "s")))), "s"),
    times(power("c", negative("k")), gamma("k")),
  ),
  conditions: [positive("k"), positive("c")],
  source: "batch normalisation paper, Lemma B.4; DLMF 5.9.1 with mu = 1",
});

/** The radius of a Gaussian. */
export const radialRule = rule({
  name: "radial",
  parameters: ["k"],
  claim: equation(
    halfLine(times(r(minus("k", 1)), exponential(negative(over(power("r", 2), 2)))), "r"),
    times(power(2, minus(over("k", 2), 1)), gamma(over("k", 2))),
  ),
  conditions: [positive("k")],
  source: "batch normalisation paper, Lemma B.22; DLMF 5.9.1 with mu = 2, z = 1/2",
});

export const scaledRadialRule = rule({
  name: "scaled radial",
  parameters: ["k", "c"],
  claim: equation(
    halfLine(times(r(minus("k", 1)), exponential(negative(times("c", power("r", 2))))), "r"),
    over(times(power("c", negative(over("k", 2))), gamma(over("k", 2))), 2),
  ),
  conditions: [positive("k"), positive("c")],
  source: "DLMF 5.9.1 with mu = 2",
});

/** r^(n-1) e^(-r^2/2) / (2^(n/2-1) Gamma(n/2)): the density of R, R^2 ~ chi-squared with n degrees of freedom. */
const chiDensity = over(
  times(r(minus("n", 1)), exponential(negative(over(power("r", 2), 2)))),
  times(power(2, minus(over("n", 2), 1)), gamma(over("n", 2))),
);

export const chiMomentRule = rule({
  name: "chi moment",
  parameters: ["d", "n"],
  claim: equation(
    halfLine(times(r("d"), chiDensity), "r"),
    over(times(power(2, over("d", 2)), gamma(over(plus("n", "d"), 2))), gamma(over("n", 2))),
  ),
  conditions: [positive("n"), positive(plus("n", "d"))],
  source: "batch normalisation paper, Lemma B.22; DLMF 5.9.1 with mu = 2",
});

export const chiInverseSquareRule = rule({
  name: "chi inverse square",
  parameters: ["n"],
  claim: equation(halfLine(times(r(-2), chiDensity), "r"), over(1, minus("n", 2))),
  conditions: [above("n", 2)],
  source: "the chi moment of degree -2; DLMF 5.5.1",
});

export const hypergeometricRule = rule({
  name: "Euler's integral of 2F1",
  parameters: ["a", "b", "c", "z"],
  claim: equation(
    integral(
      times(t(minus("b", 1)), oneMinus(minus(minus("c", "b"), 1)), power(minus(1, times("z", "t")), negative("a"))),
      "t",
      0,
      1,
    ),
    times(beta("b", minus("c", "b")), hypergeometric("a", "b", "c", "z")),
  ),
  conditions: [positive("b"), above("c", "b"), compare("Less", term("z"), term(1))],
  source: "DLMF 15.6.1",
});

/** int x^p e^(...) on the half line and Euler's integrals on [0, 1] and [-1, 1]. */
export const eulerRules = Object.freeze([
  betaRule,
  betaOfSquareRule,
  symmetricBetaRule,
  laplaceRule,
  scaledLaplaceRule,
  schwingerRule,
  radialRule,
  scaledRadialRule,
  chiMomentRule,
  chiInverseSquareRule,
  hypergeometricRule,
]);
