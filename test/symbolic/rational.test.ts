import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Q from "../../src/symbolic/rational.js";

const big = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const rational = fc
  .tuple(
    big,
    big.filter((q) => q !== 0n),
  )
  .map(([p, q]) => Q.rational(p, q));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("rational", () => {
  it("is in lowest terms with a positive denominator", () => {
    expect(Q.rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(Q.rational(0, -5)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => Q.rational(1, 0)).toThrow(RangeError);
    expect(() => Q.rationalFromNumber(Number.NaN)).toThrow(RangeError);
  });

  it("obeys the laws of a field", () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        const sum = Q.multiplyRational(c, Q.addRational(a, b));
        const parts = Q.addRational(Q.multiplyRational(c, a), Q.multiplyRational(c, b));
        expect(Q.equalRational(sum, parts)).toBe(true);
        expect(Q.equalRational(Q.subtractRational(Q.addRational(a, b), b), a)).toBe(true);
        if (b.numerator !== 0n) expect(Q.equalRational(Q.multiplyRational(Q.divideRational(a, b), b), a)).toBe(true);
        expect(Q.compareRational(a, b)).toBe(-Q.compareRational(b, a) + 0);
      }),
    );
  });

  it("holds every finite double exactly", () => {
    fc.assert(
      fc.property(finite, (value) => Q.toNumber(Q.rationalFromNumber(value)) === value),
      { numRuns: 2000 },
    );
    for (const value of [Number.MIN_VALUE, Number.MAX_VALUE, 2 ** -1022, 0.1, -1 / 3]) {
      expect(Q.toNumber(Q.rationalFromNumber(value))).toBe(value);
    }
  });

  it("rounds to the nearest double, ties to even, for operands of any size", () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        fc.pre(b !== 0);
        // The quotient of two doubles is correctly rounded by the hardware.
        return Object.is(Q.toNumber(Q.divideRational(Q.rationalFromNumber(a), Q.rationalFromNumber(b))) + 0, a / b + 0);
      }),
      { numRuns: 5000 },
    );
    const half = Q.rational((1n << 54n) + 2n, 2n);
    expect(Q.toNumber(half)).toBe(2 ** 53);
    expect(Q.toNumber(Q.rational(10n ** 400n, 10n ** 399n))).toBe(10);
    expect(Q.toNumber(Q.rational(-(10n ** 400n)))).toBe(-Infinity);
    expect(Q.toNumber(Q.rational(1n, 10n ** 400n))).toBe(0);
    expect(Q.toNumber(Q.rational(1n, (1n << 1075n) - 1n))).toBe(Number.MIN_VALUE);
    expect(Q.toNumber(Q.rational(1n, 1n << 1075n))).toBe(0);
  });
});
