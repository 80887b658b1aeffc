/**
 * Theorem 4 (B.18). The fixed point in hyperspherical angles, B >= 4: with zeta_1 = -sqrt(B-1) cos(theta_1) and
 * zeta_2 = cos(theta_1)/sqrt(B-1) - sqrt(B(B-2)/(B-1)) sin(theta_1) cos(theta_2), both angles from 0 to pi,
 *
 *   q   = Gamma((B-1)/2)/(sqrt(pi) Gamma((B-2)/2)) int phi(zeta_1)^2 sin^(B-3)(theta_1),
 *   q c = (B-3)/(2 pi) int int phi(zeta_1) phi(zeta_2) sin^(B-3)(theta_1) sin^(B-4)(theta_2).
 *
 * It says what the law of two samples is. zeta_1 and y = sqrt(B-1) sin(theta_1) cos(theta_2) are orthogonal coordinates of
 * sqrt(B-1) x, x uniform on the sphere of R^(B-1), and zeta_2 = -(zeta_1 + sqrt(B(B-2)) y)/(B-1). A Gaussian vector is R x with R independent
 * of x, which gives the moments of x; the angles give the same E|zeta_1|^a |y|^b for all a, b > -1. Both laws are even in either coordinate, so
 * all moments agree, and on a bounded set they determine the law. For cubic phi with any coefficients both sides are
 * compared as they are printed.
 */
import {
  gamma,
  integral,
  minus,
  negative,
  over,
  pi,
  plus,
  power,
  root,
  type Term,
  times,
} from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { integrate } from "../../src/symbolic/integrals/integrate.js";
import { compare, equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import type { Proof } from "../proof.js";
import { n } from "./homogeneous.js";

const aboveMinusOne = (name: string) => compare("Greater", symbol(name), integer(-1));
const exponent = { min: rational(-1, 2), max: 5 };

export const momentSetting: Setting = {
  assumptions: [compare("GreaterEqual", symbol("B"), integer(4)), aboveMinusOne("a"), aboveMinusOne("b")],
  domains: { B: { min: 4, max: 20, integer: true }, a: exponent, b: exponent },
};

const infinity = call("Infinity");
const sin = (x: string) => call("Sin", symbol(x));
const cos = (x: string) => call("Cos", symbol(x));
const one = "theta_1";
const two = "theta_2";

/** E|g|^k of a standard normal g. */
const normal = (k: string): Expression =>
  over(
    times(2, integral(times(power("x", k), call("Exp", negative(over(power("x", 2), 2)))), "x", 0, infinity)),
    root(times(2, pi)),
  );

/** E R^k of R^2 chi-squared with B-1 degrees of freedom. */
const radius = (k: Term): Expression =>
  over(
    integral(times(power("r", minus(plus(n, k), 1)), call("Exp", negative(over(power("r", 2), 2)))), "r", 0, infinity),
    times(power(2, minus(over(n, 2), 1)), gamma(over(n, 2))),
  );

/** E|zeta_1|^a |y|^b from the Gaussian vector R x; the step that says so. */
export function gaussianSteps(builder: DerivationBuilder): number {
  const first = builder.define(symbol("g_a"), normal("a"), "definition: E|g|^a of a standard normal g");
  const second = builder.define(symbol("g_b"), normal("b"), "definition: E|g|^b");
  const length = builder.define(
    symbol("R_ab"),
    radius(plus("a", "b")),
    "definition: E R^(a+b), R the length of a normal vector of B-1 coordinates",
  );
  const moment = over(times(power(n, over(plus("a", "b"), 2)), "g_a", "g_b"), "R_ab");
  const rule = "two coordinates of a normal vector are R times those of a point on the sphere, R independent";
  return builder.define(symbol("M_ab"), moment, rule, [first, second, length]);
}
