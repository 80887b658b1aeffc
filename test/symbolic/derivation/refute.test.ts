import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integral, kernelOf, minus, over, pi, plus, power, root, times } from "../../../src/symbolic/build.js";
import { refute } from "../../../src/symbolic/derivation/refute.js";
import { call, integer, symbol } from "../../../src/symbolic/expression.js";
import { toNumber } from "../../../src/symbolic/precise/decimal.js";
import { compare, element, equation, type Relation, relations } from "../../../src/symbolic/proposition.js";
import { compareRational, type Rational, rational } from "../../../src/symbolic/rational.js";

const [x, y] = [symbol("x"), symbol("y")];
const order = (exponent: number) => call("BigO", power("B", exponent));

/** What each relation says of -1 (left below), 0, 1. */
const holds: Readonly<Record<Relation, (sign: number) => boolean>> = {
  Equal: (sign) => sign === 0,
  NotEqual: (sign) => sign !== 0,
  Less: (sign) => sign < 0,
  LessEqual: (sign) => sign <= 0,
  Greater: (sign) => sign > 0,
  GreaterEqual: (sign) => sign >= 0,
};

const fractions: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 6 }))
  .map(([p, q]) => rational(p, q));

describe("refute", () => {
  it("accepts exactly the false comparisons of fractions, but for strict ones between equal numbers", () => {
    fc.assert(
      fc.property(fractions, fractions, fc.constantFrom(...relations), (left, right, relation) => {
        const sign = compareRational(left, right);
        const attempt = () => refute(compare(relation, x, y), { x: left, y: right }, 20);
        const strict = relation === "Less" || relation === "Greater";
        if (holds[relation](sign) || (strict && sign === 0)) expect(attempt).toThrow(RangeError);
        else expect(Object.isFrozen(attempt())).toBe(true);
      }),
    );
  });

  it("returns what both sides are worth", () => {
    const { left, right } = refute(equation(pi, over(x, 7)), { x: rational(22) }, 30);
    expect(toNumber(left)).toBe(Math.PI);
    expect(toNumber(right)).toBe(22 / 7);
    expect(left.rigorous && right.rigorous).toBe(true);
  });

  it("tells apart what agrees to 30 digits, with 40 digits and not with 15", () => {
    const near = equation(times(x, pi), plus(times(x, pi), over(1, 10n ** 30n)));
    expect(() => refute(near, { x: rational(3) }, 15)).toThrow("is not refuted");
    expect(refute(near, { x: rational(3) }, 40).left.rigorous).toBe(true);
  });

  it("does not refute an identity, whatever the digits", () => {
    const claim = equation(
      kernelOf(1, x),
      over(plus(root(minus(1, power(x, 2))), times(minus(pi, call("Acos", x)), x)), pi),
    );
    for (const digits of [10, 40]) expect(() => refute(claim, { x: rational(1, 3) }, digits)).toThrow(RangeError);
  });

  it("puts in the integrals that the rule table knows, and trusts no other", () => {
    const known = integral(power(minus(1, power("t", 2)), over(minus("B", 4), 2)), "t", -1, 1);
    expect(toNumber(refute(equation(known, integer(1)), { B: rational(6) }, 20).left)).toBeCloseTo(4 / 3, 15);
    const unknown = integral(call("Exp", call("Sin", symbol("t"))), "t", 0, 1);
    expect(() => refute(equation(unknown, integer(1)), {}, 20)).toThrow("is not refuted");
  });

  it("compares the first coefficients that differ where there is an order term", () => {
    // x/(B-1) = x/B + x/B^2 + ...
    const claim = (second: number) =>
      equation(over(x, minus("B", 1)), plus(over(x, "B"), over(second, power("B", 2)), order(-3)));
    const { left, right } = refute(claim(5), { x: rational(3) }, 20);
    expect([toNumber(left), toNumber(right)]).toEqual([3, 5]);
    expect(() => refute(claim(3), { x: rational(3) }, 20)).toThrow("holds");
  });

  it("refuses memberships, missing values and places without a value", () => {
    expect(() => refute(element(x, "Integers"), { x: rational(1, 2) }, 20)).toThrow("only comparisons");
    expect(() => refute(equation(x, y), { x: rational(1) }, 20)).toThrow(RangeError);
    expect(() => refute(equation(over(1, x), y), { x: rational(0), y: rational(1) }, 20)).toThrow(RangeError);
  });
});
