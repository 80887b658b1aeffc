import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gcdPolynomial } from "../../../src/symbolic/algebra/gcd.js";
import * as P from "../../../src/symbolic/algebra/polynomial.js";
import * as R from "../../../src/symbolic/algebra/rationalFunction.js";
import * as Q from "../../../src/symbolic/rational.js";
import { functions, names, nonzero, points, polynomials, rationals } from "./arbitraries.js";

const field = R.rationalFunctions;
const { zero, one, add, subtract, negate, multiply, divide, isZero } = field;
const B = R.symbolFunction("B");
const whole = (n: number) => field.fromRational(Q.rational(n));

function expectCanonical(f: R.RationalFunction): void {
  expect(gcdPolynomial(f.numerator, f.denominator)).toEqual(P.constantPolynomial(1n));
  expect(P.leadingCoefficient(f.denominator)).toBeGreaterThan(0n);
}

/** The values, or null where one of them does not exist. */
function valuesAt(point: Record<string, Q.Rational>, ...list: readonly R.RationalFunction[]): Q.Rational[] | null {
  if (list.some(({ denominator }) => P.evaluatePolynomial(denominator, point).numerator === 0n)) return null;
  return list.map((f) => R.evaluateFunction(f, point));
}

describe("rationalFunctions", () => {
  it("obeys the laws of a field, as equal data", () => {
    fc.assert(
      fc.property(functions, functions, functions, (f, g, h) => {
        expect(add(f, g)).toEqual(add(g, f));
        expect(add(add(f, g), h)).toEqual(add(f, add(g, h)));
        expect(multiply(f, g)).toEqual(multiply(g, f));
        expect(multiply(multiply(f, g), h)).toEqual(multiply(f, multiply(g, h)));
        expect(multiply(f, add(g, h))).toEqual(add(multiply(f, g), multiply(f, h)));
        expect(add(f, zero)).toEqual(f);
        expect(multiply(f, one)).toEqual(f);
        expect(add(f, negate(f))).toEqual(zero);
        expect(subtract(f, g)).toEqual(add(f, negate(g)));
        if (!isZero(g)) expect(multiply(divide(f, g), g)).toEqual(f);
      }),
      { numRuns: 200 },
    );
  });

  it("is canonical after every operation", () => {
    fc.assert(
      fc.property(functions, functions, fc.constantFrom(...names), (f, g, x) => {
        const results = [f, add(f, g), subtract(f, g), multiply(f, g), negate(f), R.derivativeFunction(f, x)];
        for (const result of isZero(g) ? results : [...results, divide(f, g)]) expectCanonical(result);
      }),
      { numRuns: 200 },
    );
  });

  it("equals the uncancelled quotient", () => {
    const any = polynomials(3, 3, 2);
    fc.assert(
      fc.property(any, nonzero(any), nonzero(any), (p, q, h) => {
        const f = R.rationalFunction(p, q);
        expect(R.rationalFunction(P.multiplyPolynomial(p, h), P.multiplyPolynomial(q, h))).toEqual(f);
        expect(P.multiplyPolynomial(f.numerator, q)).toEqual(P.multiplyPolynomial(p, f.denominator));
        expect(R.equalFunctions(f, add(f, one))).toBe(false);
      }),
    );
    expect(() => R.rationalFunction(P.constantPolynomial(1n), P.zeroPolynomial)).toThrow(RangeError);
    expect(() => divide(B, zero)).toThrow(RangeError);
  });

  it("has values that add, multiply and divide", () => {
    let compared = 0;
    fc.assert(
      fc.property(functions, functions, points, (f, g, point) => {
        const values = valuesAt(point, f, g);
        if (values === null) return;
        compared += 1;
        const [a, b] = values as [Q.Rational, Q.Rational];
        expect(R.evaluateFunction(add(f, g), point)).toEqual(Q.addRational(a, b));
        expect(R.evaluateFunction(subtract(f, g), point)).toEqual(Q.subtractRational(a, b));
        expect(R.evaluateFunction(multiply(f, g), point)).toEqual(Q.multiplyRational(a, b));
        if (b.numerator !== 0n) expect(R.evaluateFunction(divide(f, g), point)).toEqual(Q.divideRational(a, b));
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(100);
    expect(() => R.evaluateFunction(divide(one, B), { B: Q.rational(0) })).toThrow(RangeError);
  });

  it("takes whole powers of either sign", () => {
    fc.assert(
      fc.property(functions, fc.integer({ min: -3, max: 3 }), (f, n) => {
        if (isZero(f) && n < 0) {
          expect(() => R.powerFunction(f, n)).toThrow(RangeError);
          return;
        }
        const factor = n < 0 ? divide(one, f) : f;
        let product = one;
        for (let k = 0; k < Math.abs(n); k++) product = multiply(product, factor);
        expect(R.powerFunction(f, n)).toEqual(product);
      }),
    );
    expect(() => R.powerFunction(B, 0.5)).toThrow(RangeError);
  });

  it("differentiates quotients as a quotient of differences does in the limit", () => {
    fc.assert(
      fc.property(functions, functions, fc.constantFrom(...names), (f, g, x) => {
        const d = (h: R.RationalFunction) => R.derivativeFunction(h, x);
        expect(d(multiply(f, g))).toEqual(add(multiply(d(f), g), multiply(f, d(g))));
        expect(d(add(f, g))).toEqual(add(d(f), d(g)));
        // (f(x + e) - f(x)) / e at e = 0
        const moved = R.substituteFunction(f, x, add(R.symbolFunction(x), R.symbolFunction("e")));
        const slope = divide(subtract(moved, f), R.symbolFunction("e"));
        expect(R.substituteFunction(slope, "e", zero)).toEqual(d(f));
      }),
      { numRuns: 60 },
    );
  });

  it("substitutes: the value of the composition is the value at the value", () => {
    let compared = 0;
    fc.assert(
      fc.property(functions, functions, points, (f, g, point) => {
        const inner = valuesAt(point, g);
        if (inner === null) return;
        const outer = valuesAt({ ...point, B: inner[0]! }, f);
        if (outer === null) return;
        compared += 1;
        expect(R.evaluateFunction(R.substituteFunction(f, "B", g), point)).toEqual(outer[0]);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(80);
    fc.assert(
      fc.property(functions, rationals, (f, value) => {
        expect(R.substituteFunction(f, "absent", field.fromRational(value))).toEqual(f);
        expect(R.substituteFunction(f, "B", B)).toEqual(f);
      }),
    );
    expect(() => R.substituteFunction(divide(one, subtract(B, one)), "B", one)).toThrow(RangeError);
  });

  it("adds 200 quotients with denominators from B - 1 to B + 10 into the sum of their values", () => {
    const values = { B: Q.rational(7, 3) };
    let total = zero;
    let value = Q.rational(0);
    const start = performance.now();
    for (let i = 0; i < 200; i++) {
      const [left, right] = [add(B, whole((i % 12) - 1)), add(B, whole(((7 * i) % 12) - 1))];
      const summand = divide(
        add(R.powerFunction(B, i % 3), whole(i)),
        multiply(whole(1 + (i % 7)), multiply(left, right)),
      );
      total = add(total, summand);
      value = Q.addRational(value, R.evaluateFunction(summand, values));
    }
    expect(performance.now() - start).toBeLessThan(2000);
    expectCanonical(total);
    expect(R.evaluateFunction(total, values)).toEqual(value);
    expect(P.totalDegree(total.denominator)).toBeLessThanOrEqual(24);
  });

  it("telescopes: the sum of 1/((B + k)(B + k + 1)) is n/(B (B + n))", () => {
    const n = 60;
    let total = zero;
    for (let k = 0; k < n; k++) total = add(total, divide(one, multiply(add(B, whole(k)), add(B, whole(k + 1)))));
    expect(total).toEqual(divide(whole(n), multiply(B, add(B, whole(n)))));
  });
});
