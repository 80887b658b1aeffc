import { describe, expect, it } from "vitest";
import { rationalFunctionOf } from "../../../src/symbolic/algebra/fromExpression.js";
import { evaluateFunction } from "../../../src/symbolic/algebra/rationalFunction.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { call, type Expression, integer } from "../../../src/symbolic/expression.js";
import { gaussianMoment, gaussianMomentRule } from "../../../src/symbolic/integrals/gaussianMoment.js";
import { instantiate } from "../../../src/symbolic/integrals/instantiate.js";
import { integrate } from "../../../src/symbolic/integrals/integrate.js";
import { rules } from "../../../src/symbolic/integrals/rules.js";
import { sphereMoment, sphereMomentFunction, sphereMomentRule } from "../../../src/symbolic/integrals/sphereMoment.js";
import { rationalFromDecimal } from "../../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../../src/symbolic/precise/evaluateBall.js";
import {
  addRational,
  compareRational,
  divideRational,
  equalRational,
  multiplyRational,
  negateRational,
  type Rational,
  rational,
  rationalFromNumber,
  subtractRational,
} from "../../../src/symbolic/rational.js";
import reference from "../../reference/integrals.json" with { type: "json" };
import { numerically } from "./numerically.js";

function fraction(text: string): Expression {
  const [p, q] = text.split("/") as [string, string?];
  const top = integer(BigInt(p));
  return q === undefined ? top : call("Divide", top, integer(BigInt(q)));
}

/** The value at x of a polynomial by its coefficients, lowest first. */
const horner = (coefficients: readonly string[], x: Rational): Rational =>
  coefficients.reduceRight((value, c) => addRational(multiplyRational(value, x), rational(BigInt(c))), rational(0));

const power2 = (exponent: number): Rational =>
  exponent < 0 ? rational(1n, 1n << BigInt(-exponent)) : rational(1n << BigInt(exponent));

/** |right - value| <= 1e-32 |value| in exact arithmetic: the reference has 34 digits, the value 40 with its radius. */
function agreesTo32Digits(right: Expression, value: string): boolean {
  const { mantissa, exponent, radius } = evaluateBall(right, { c: rational(1, 2) }, 40);
  const unit = power2(exponent);
  const exact = rationalFromDecimal(value);
  const distance = subtractRational(multiplyRational(rational(mantissa), unit), exact);
  const size = (a: Rational) => (a.numerator < 0n ? negateRational(a) : a);
  const slack = multiplyRational(rationalFromNumber(radius), unit);
  return (
    compareRational(addRational(size(distance), slack), multiplyRational(size(exact), rational(1n, 10n ** 32n))) <= 0
  );
}

const byName = new Map(rules.map((rule) => [rule.name, rule]));

describe("against integrals taken at 60 digits", () => {
  it("has every rule whose value is not zero", () => {
    const zero = rules.filter((rule) => rule.claim.right.head === "Integer").map((rule) => rule.name);
    const covered = new Set(reference.rules.map((row) => row.rule));
    expect([...byName.keys()].filter((name) => !covered.has(name))).toEqual(zero);
  });

  it.each(reference.rules)("$rule at $parameters", ({ rule: name, parameters, value }) => {
    const given = Object.entries(parameters as Record<string, string>);
    const substitution = Object.fromEntries(given.map(([key, text]) => [key, fraction(text)]));
    const rule = byName.get(name)!;
    const instance = instantiate(rule, substitution);
    expect(instance.parameters).toEqual(rule.parameters.filter((key) => !Object.hasOwn(substitution, key)));
    // A wedge's right side is an integral: 1e-13 by quadrature. The others: gamma functions of up to 40 and a power.
    const exact = Number(value);
    const limit = (name.startsWith("wedge of") || name === "wedge" ? 1e-12 : 1e-13) * Math.abs(exact);
    const right = numerically(instance.claim.right, { c: 0.5 });
    expect(Math.abs(right - exact)).toBeLessThanOrEqual(limit);
    if (!name.startsWith("wedge") || name === "wedge integral") {
      expect(agreesTo32Digits(instance.claim.right, value)).toBe(true);
    }
    // The matcher on the same integral, with its parameters filled in.
    const found = integrate(instance.claim.left);
    if (found === null)
      return expect(["wedge", "wedge of ReLUs", "Gegenbauer at 1", "Gegenbauer linearisation"]).toContain(name);
    expect(Math.abs(evaluate(found.result, { c: 0.5 }) - exact)).toBeLessThanOrEqual(limit);
  });
});

describe("exact moments", () => {
  it("E z1^i z2^j of two normals, as polynomials in the correlation", () => {
    for (const { i, j, coefficients } of reference.gaussianMoments) {
      for (const c of [rational(0), rational(1), rational(-1), rational(1, 2), rational(-3, 7), rational(11)]) {
        const expected = horner(coefficients, c);
        for (const expression of [gaussianMoment(i, j), gaussianMoment(j, i)]) {
          const value = evaluateFunction(rationalFunctionOf(expression)!, { c });
          expect(equalRational(value, expected), `${i} ${j}`).toBe(true);
        }
      }
    }
  });

  it("E z1^i z2^j of two samples, as rational functions of the batch size", () => {
    for (const { i, j, numerator, denominator } of reference.sphereMoments) {
      for (const B of [2, 3, 4, 5, 8, 17, 64, 1000, 10 ** 9].map((batch) => rational(batch))) {
        const expected = divideRational(horner(numerator, B), horner(denominator, B));
        for (const f of [
          sphereMomentFunction(i, j),
          sphereMomentFunction(j, i),
          rationalFunctionOf(sphereMoment(i, j))!,
        ]) {
          expect(equalRational(evaluateFunction(f, { B }), expected), `${i} ${j} at ${B.numerator}`).toBe(true);
        }
      }
    }
  });

  it("as rules, which the matcher finds", () => {
    for (const { i, j } of reference.sphereMoments) {
      for (const rule of [gaussianMomentRule(i, j), sphereMomentRule(i, j)]) {
        const found = integrate(rule.claim.left)!;
        const difference = rationalFunctionOf(call("Subtract", found.result, rule.claim.right))!;
        expect(difference.numerator.terms, rule.name).toEqual([]);
      }
    }
  });

  it("agree with quadrature", () => {
    for (const [i, j] of [
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 2],
      [3, 3],
      [5, 1],
    ] as const) {
      const gaussian = gaussianMomentRule(i, j).claim;
      const sphere = sphereMomentRule(i, j).claim;
      // Odd powers cancel: relative to E (z1 z2)^... of about (2m-1)!! <= 15; the rule's own error is 1e-12.
      const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-10);
      for (const c of [-0.9, 0.3]) near(numerically(gaussian.left, { c }), numerically(gaussian.right, { c }));
      for (const B of [3, 4, 5, 8, 40]) near(numerically(sphere.left, { B }), numerically(sphere.right, { B }));
    }
  });

  it("refuses powers that are not whole or beyond 100", () => {
    for (const [i, j] of [
      [-1, 1],
      [0.5, 1],
      [101, 1],
      [2, Number.NaN],
    ] as const) {
      expect(() => gaussianMoment(i, j)).toThrow(RangeError);
      expect(() => sphereMoment(i, j)).toThrow(RangeError);
    }
  });
});
