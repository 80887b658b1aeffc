/**
 * The literal self-energy of the Gaussian orthogonal ensemble: Var W_ij = 1 off the diagonal and 2 on it, S[R] = E[W R W]/N. At R = m I,
 * S[R]_ii = sum_j Var_ij m/N = (N - 1 + 2) m/N and S[R]_ij = Var_ij R_ji/N = 0: M = m I solves -1/m = z + (1 + 1/N) m, the equation of a
 * semicircle of variance v = 1 + 1/N. On the axis m = (-E + i (4 v - E^2)^(1/2))/(2 v): its imaginary part over pi is the semicircle's density.
 */
import { minus, negative, over, pi, plus, power, root, times } from "../../src/symbolic/build.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const variance = equation(symbol("S_ii"), times(plus(1, over(1, "N")), "m"));

export const goeSelfEnergy = proofBy(
  {
    id: "landscape/goe-self-energy",
    title: "On multiples of the identity the literal S of the Gaussian orthogonal ensemble is 1 + 1/N",
    source: "Eqn. 9 and 10",
    claim: variance,
  },
  (builder) => {
    const rule = "N - 1 entries of variance 1 and one of variance 2, over N";
    const row = builder.define(symbol("S_ii"), times(over(plus(minus("N", 1), 2), "N"), "m"), rule);
    builder.deduce(variance, "exact arithmetic", [row]);
  },
);

/** Real and imaginary part of v m^2 + E m + 1 for m = x + i y. */
const [re, im] = [symbol("Q_re"), symbol("Q_im")];
const solves = equation(plus(times("a", re), times("b", im)), times(0, "a"));

export const semicircleRoot = proofBy(
  {
    id: "landscape/semicircle-root",
    title: "m = (-E + i (4 v - E^2)^(1/2))/(2 v) solves v m^2 + E m + 1 = 0, the scalar Dyson equation",
    source: "Eqn. 9 for S[R] = v (tr R/N) I",
    claim: solves,
  },
  (builder) => {
    const x = negative(over("E", times(2, "v")));
    const y = over(root(minus(times(4, "v"), power("E", 2))), times(2, "v"));
    const parts = [
      builder.define(
        re,
        plus(times("v", minus(power(x, 2), power(y, 2))), times("E", x), 1),
        "the real part, m = x + i y",
      ),
      builder.define(im, plus(times("v", 2, x, y), times("E", y)), "the imaginary part"),
    ];
    builder.deduce(solves, "exact arithmetic, both parts at once", parts);
  },
);

const mass = equation(symbol("rho_0"), over(1, times(pi, root("v"))));

export const semicircleHeight = proofBy(
  {
    id: "landscape/semicircle-height",
    title: "The density of a semicircle of variance v at 0 is 1/(pi v^(1/2))",
    source: "Eqn. 9 for S[R] = v (tr R/N) I, at E = 0",
    claim: mass,
  },
  (builder) => {
    const height = over(root(times(4, "v")), times(2, "v"));
    const value = builder.define(symbol("rho_0"), over(height, pi), "Im m/pi at E = 0");
    builder.deduce(mass, "exact arithmetic", [value]);
  },
);

export const goeVariance = Object.freeze([goeSelfEnergy, semicircleRoot, semicircleHeight]);
