/** What the proofs about the law of two samples share: its moments from a normal vector, whose direction is uniform. */
import { rationalFunctions as field } from "../../src/symbolic/algebra/rationalFunction.js";
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
import type { DerivationBuilder, Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { sphereMomentFunction } from "../../src/symbolic/integrals/sphereMoment.js";
import { compare } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { momentByParts } from "../../src/theory/batchnorm/derivation/polynomial.js";
import { n } from "./homogeneous.js";

const aboveMinusOne = (name: string) => compare("Greater", symbol(name), integer(-1));
const exponent = { min: rational(-1, 2), max: 5 };

/** B >= 4 and exponents a, b > -1. */
export const momentSetting: Setting = {
  assumptions: [compare("GreaterEqual", symbol("B"), integer(4)), aboveMinusOne("a"), aboveMinusOne("b")],
  domains: { B: { min: 4, max: 20, integer: true }, a: exponent, b: exponent },
};

const halfLine = (body: Expression, variable: string) => integral(body, variable, 0, call("Infinity"));
const gaussian = (x: string) => call("Exp", negative(over(power(x, 2), 2)));

/** E|g|^k of a standard normal g. */
const normal = (k: Term): Expression =>
  over(times(2, halfLine(times(power("x", k), gaussian("x")), "x")), root(times(2, pi)));

/** E R^k, R the length of a normal vector of B-1 coordinates. */
const radius = (k: Term): Expression =>
  over(
    halfLine(times(power("r", minus(plus(n, k), 1)), gaussian("r")), "r"),
    times(power(2, minus(over(n, 2), 1)), gamma(over(n, 2))),
  );

/**
 * M_ab = E|z|^a |y|^b for orthogonal coordinates z, y of sqrt(B-1) x, x uniform on the unit sphere of R^(B-1): the steps that
 * together give it, its own first.
 */
export function gaussianSteps(builder: DerivationBuilder): readonly number[] {
  const degree = plus("a", "b");
  const parts = [
    builder.define(symbol("g_a"), normal("a"), "definition: E|g|^a of a standard normal g"),
    builder.define(symbol("g_b"), normal("b"), "definition: E|g|^b of a standard normal g"),
    builder.define(
      symbol("R_ab"),
      radius(degree),
      "definition: E R^(a+b), R the length of a normal vector of B-1 coordinates",
    ),
  ];
  const value = over(times(power(n, over(degree, 2)), "g_a", "g_b"), "R_ab");
  const rule = "coordinates of a normal vector are R times those of a point on the sphere, R independent of it";
  return [builder.define(symbol("M_ab"), value, rule, parts), ...parts];
}

/** Whether integration by parts on the sphere gives the same E z1^i z2^j as Isserlis' theorem. */
export const byParts = (i: number, j: number): boolean =>
  field.isZero(field.subtract(sphereMomentFunction(i, j), momentByParts(i, j)));
