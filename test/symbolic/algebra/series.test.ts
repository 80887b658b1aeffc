import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { degreeIn, variablePolynomial } from "../../../src/symbolic/algebra/polynomial.js";
import * as R from "../../../src/symbolic/algebra/rationalFunction.js";
import { seriesAtInfinity } from "../../../src/symbolic/algebra/series.js";
import { rational } from "../../../src/symbolic/rational.js";
import { functions } from "./arbitraries.js";

const { zero, add, subtract, multiply, divide, isZero, fromRational } = R.rationalFunctions;
const B = R.symbolFunction("B");
const order = (f: R.RationalFunction) => degreeIn(f.numerator, "B") - degreeIn(f.denominator, "B");

describe("seriesAtInfinity", () => {
  it("leaves a remainder of the stated order", () => {
    fc.assert(
      fc.property(functions, fc.nat({ max: 5 }), (f, terms) => {
        const { leadingPower, coefficients } = seriesAtInfinity(f, "B", terms);
        expect(coefficients.length).toBe(terms);
        for (const c of coefficients) {
          expect([...c.numerator.variables, ...c.denominator.variables]).not.toContain("B");
        }
        const sum = coefficients.reduce(
          (total, c, k) => add(total, multiply(c, R.powerFunction(B, leadingPower - k))),
          zero,
        );
        const rest = subtract(f, sum);
        if (!isZero(rest)) expect(order(rest)).toBeLessThanOrEqual(leadingPower - terms);
        if (!isZero(f)) {
          expect(order(f)).toBe(leadingPower);
          if (terms > 0) expect(isZero(coefficients[0]!)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("expands (B - 2)/(B - 3) as 1 + 1/B + 3/B^2 + 9/B^3 + ...", () => {
    const number = (n: number) => fromRational(rational(n));
    const f = divide(subtract(B, number(2)), subtract(B, number(3)));
    expect(seriesAtInfinity(f, "B", 5)).toEqual({ leadingPower: 0, coefficients: [1, 1, 3, 9, 27].map(number) });
  });

  it("is the function itself where the variable does not occur, and zeros for zero", () => {
    const u = R.functionOfPolynomial(variablePolynomial("u"));
    expect(seriesAtInfinity(u, "B", 3)).toEqual({ leadingPower: 0, coefficients: [u, zero, zero] });
    expect(seriesAtInfinity(zero, "B", 2)).toEqual({ leadingPower: 0, coefficients: [zero, zero] });
    expect(() => seriesAtInfinity(u, "B", -1)).toThrow(RangeError);
  });
});
