import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, exactBall, fromRational } from "../../../src/symbolic/precise/ball.js";
import {
  fromDecimalString,
  rationalFromDecimal,
  toDecimalStrings,
  toNumber,
} from "../../../src/symbolic/precise/decimal.js";
import {
  addRational,
  compareRational,
  rational,
  rationalFromNumber,
  subtractRational,
} from "../../../src/symbolic/rational.js";
import { around } from "./support.js";

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("decimal text", () => {
  it("is read exactly", () => {
    expect(rationalFromDecimal("-1.25e1")).toEqual(rational(-25, 2));
    expect(rationalFromDecimal("1e-3")).toEqual(rational(1, 1000));
    expect(rationalFromDecimal(".5")).toEqual(rational(1, 2));
    expect(rationalFromDecimal("7.")).toEqual(rational(7));
    for (const wrong of ["", ".", "1,5", "0x10", "NaN", "Infinity", "1e", "1e999999999", "1 2", "--1"]) {
      expect(() => rationalFromDecimal(wrong), wrong).toThrow(RangeError);
    }
    expect(contains(fromDecimalString("0.1", 50), rational(1, 10))).toBe(true);
  });

  it("of a ball: every number of it lies within the error of the value", () => {
    fc.assert(
      fc.property(
        doubles,
        fc.integer({ min: -80, max: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (x, exponent, digits) => {
          const middle = rationalFromNumber(x);
          const ball = around(fromRational(middle, 100), exponent);
          const { value, error } = toDecimalStrings(ball, digits);
          const [shown, bound] = [rationalFromDecimal(value), rationalFromDecimal(error)];
          const unit = exponent >= 0 ? rational(1n << BigInt(exponent)) : rational(1n, 1n << BigInt(-exponent));
          for (const end of [addRational(middle, unit), subtractRational(middle, unit)]) {
            expect(compareRational(end, addRational(shown, bound))).toBeLessThanOrEqual(0);
            expect(compareRational(end, subtractRational(shown, bound))).toBeGreaterThanOrEqual(0);
          }
          expect(Number.isNaN(Number(value))).toBe(false);
          expect(new Decimal(value).sd()).toBeLessThanOrEqual(digits);
        },
      ),
    );
  });

  it("of an exact number is the number, rounded to the nearest", () => {
    const show = (p: bigint, q: bigint, digits: number) => toDecimalStrings(fromRational(rational(p, q), 300), digits);
    expect(show(1n, 8n, 50)).toEqual({ value: "0.125", error: "0" });
    expect(show(0n, 1n, 50)).toEqual({ value: "0", error: "0" });
    // a negative power of ten is no dyadic number: the bound is rounded up in its third digit
    expect(show(123456n, 1n, 3)).toEqual({ value: "123000", error: "457" });
    expect(show(99999n, 1n, 3)).toEqual({ value: "100000", error: "1.01" });
    expect(show(-3n, 2n, 1).error).toBe("0.5");
    expect(show(2n, 3n, 10).value).toBe("0.6666666667");
    expect(show(10n ** 30n, 1n, 5)).toEqual({ value: "1e+30", error: "0" });
  });

  it("shows no digits that the radius does not leave", () => {
    const wide = around(exactBall(1n), -20);
    expect(toDecimalStrings(wide, 50)).toEqual({ value: "1", error: "9.54e-7" });
    const unknown = around(exactBall(1n), 1);
    expect(toDecimalStrings(unknown, 50)).toEqual({ value: "0", error: "3.02" });
  });

  it("reaches beyond the doubles", () => {
    expect(toDecimalStrings(exactBall(1n, 100_000), 10).value).toBe("9.99002093e+30102");
    expect(toDecimalStrings(exactBall(1n, -(2 ** 40)), 5).value).toMatch(/^\d\.\d{4}e-330985980542$/);
  });
});

describe("toNumber", () => {
  it("gives back every double", () => {
    fc.assert(fc.property(doubles, (x) => toNumber(fromRational(rationalFromNumber(x), 60)) === x + 0));
    expect(toNumber(exactBall(1n, 5000))).toBe(Number.POSITIVE_INFINITY);
    expect(toNumber(exactBall(-1n, 5000))).toBe(Number.NEGATIVE_INFINITY);
    expect(toNumber(exactBall(1n, -5000))).toBe(0);
  });
});
