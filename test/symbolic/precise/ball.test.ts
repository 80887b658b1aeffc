import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  abs,
  add,
  type Ball,
  ball,
  contains,
  containsZero,
  divide,
  exactBall,
  fromRational,
  multiply,
  negate,
  overlaps,
  round,
  signOf,
  subtract,
  widen,
} from "../../../src/symbolic/precise/ball.js";
import { bitLength, integerSquareRoot } from "../../../src/symbolic/precise/bits.js";
import { magnitude, powerOfTwo } from "../../../src/symbolic/precise/magnitude.js";
import { powerInteger } from "../../../src/symbolic/precise/power.js";
import { sqrt } from "../../../src/symbolic/precise/roots.js";
import {
  addRational,
  divideRational,
  multiplyRational,
  type Rational,
  rational,
  subtractRational,
} from "../../../src/symbolic/rational.js";

const fractions = fc
  .tuple(
    fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }),
    fc.bigInt({ min: 1n, max: 2n ** 80n }),
    fc.integer({ min: -60, max: 60 }),
  )
  .map(([p, q, e]) => (e >= 0 ? rational(p << BigInt(e), q) : rational(p, q << BigInt(-e))));
const precisions = fc.constantFrom(8, 20, 53, 130);

/** A ball and a number in it: the ball of a fraction, made wider, and any point up to the new edge. */
const inhabited = fc
  .tuple(fractions, precisions, fc.integer({ min: -120, max: 40 }), fc.integer({ min: -1000, max: 1000 }))
  .map(([value, precision, exponent, share]): [Ball, Rational] => {
    const edge = exponent >= 0 ? rational(1n << BigInt(exponent)) : rational(1n, 1n << BigInt(-exponent));
    const point = addRational(value, multiplyRational(edge, rational(share, 1000)));
    return [widen(fromRational(value, precision), powerOfTwo(exponent), precision), point];
  });

describe("balls", () => {
  it("hold the fraction they come from", () => {
    fc.assert(
      fc.property(fractions, precisions, (value, precision) => contains(fromRational(value, precision), value)),
    );
  });

  it("enclose sums, differences, products and quotients of the numbers in them", () => {
    fc.assert(
      fc.property(inhabited, inhabited, precisions, ([a, x], [b, y], precision) => {
        expect(contains(a, x) && contains(b, y)).toBe(true);
        expect(contains(add(a, b, precision), addRational(x, y))).toBe(true);
        expect(contains(subtract(a, b, precision), subtractRational(x, y))).toBe(true);
        expect(contains(multiply(a, b, precision), multiplyRational(x, y))).toBe(true);
        expect(contains(negate(a), rational(-x.numerator, x.denominator))).toBe(true);
        expect(contains(abs(a), x.numerator < 0n ? rational(-x.numerator, x.denominator) : x)).toBe(true);
        if (!containsZero(b)) expect(contains(divide(a, b, precision), divideRational(x, y))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("enclose powers and square roots", () => {
    fc.assert(
      fc.property(inhabited, fc.integer({ min: 0, max: 9 }), precisions, ([a, x], n, precision) => {
        let power = rational(1);
        for (let i = 0; i < n; i += 1) power = multiplyRational(power, x);
        expect(contains(powerInteger(a, BigInt(n), precision), power)).toBe(true);
        if (signOf(a) !== 1) return;
        const root = sqrt(a, precision);
        expect(contains(multiply(root, root, 2 * precision), x)).toBe(true);
      }),
    );
  });

  it("stay as exact as the numbers are", () => {
    expect(add(exactBall(1n, 200), exactBall(1n, -200), 500)).toMatchObject({ radius: 0 });
    expect(multiply(exactBall(3n ** 40n), exactBall(3n ** 40n), 200)).toMatchObject({ mantissa: 3n ** 80n, radius: 0 });
    expect(divide(exactBall(6n ** 30n), exactBall(2n ** 30n), 100).radius).toBe(0);
    expect(sqrt(exactBall(49n, -6), 60)).toMatchObject({ radius: 0 });
    // 1 + 2^-300 in 100 bits is not exact any more
    expect(round(add(exactBall(1n), exactBall(1n, -300), 1000), 100).radius).toBe(1);
  });

  it("have a sign only where all their numbers share it", () => {
    const straddling = ball(1n, 0, magnitude(2), 50);
    expect(signOf(straddling)).toBeUndefined();
    expect(signOf(exactBall(0n))).toBe(0);
    expect(signOf(ball(-5n, 3, magnitude(1, 3), 50))).toBe(-1);
    expect(() => divide(exactBall(1n), straddling, 50)).toThrow("may be 0");
    expect(() => divide(exactBall(1n), exactBall(0n), 50)).toThrow("division by 0");
    expect(() => sqrt(exactBall(-2n), 50)).toThrow("negative");
  });

  it("overlap exactly when they share a number", () => {
    fc.assert(
      fc.property(inhabited, inhabited, ([a, x], [b]) => {
        if (contains(b, x)) expect(overlaps(a, b)).toBe(true);
        const apart = subtract(a, b, 4000);
        expect(overlaps(a, b)).toBe(containsZero(apart));
      }),
    );
    // two balls that touch in one point, and two that just miss
    expect(overlaps({ mantissa: 0n, exponent: 0, radius: 1 }, { mantissa: 2n, exponent: 0, radius: 1 })).toBe(true);
    expect(overlaps({ mantissa: 0n, exponent: 0, radius: 1 }, { mantissa: 5n, exponent: -1, radius: 2 })).toBe(false);
    expect(overlaps(exactBall(0n, 5000), exactBall(1n, -5000))).toBe(false);
    expect(overlaps(exactBall(1n, 5000), { mantissa: 0n, exponent: -5000, radius: 1 })).toBe(false);
  });

  it("keep an error bound beyond the doubles and their exponents", () => {
    const tiny = ball(1n, -(2 ** 45), powerOfTwo(-(2 ** 45) - 10), 50);
    const square = multiply(tiny, tiny, 50);
    expect(square.exponent).toBeLessThan(-(2 ** 45));
    expect(signOf(square)).toBe(1);
    let small = tiny;
    for (let i = 0; i < 8; i += 1) small = multiply(small, small, 50);
    // below every exponent: a ball around 0, still not the number 0
    expect(signOf(small)).toBeUndefined();
    expect(() => {
      let large = ball(1n, 2 ** 45, powerOfTwo(0), 50);
      for (let i = 0; i < 8; i += 1) large = multiply(large, large, 50);
    }).toThrow("2^(2^50)");
  });
});

describe("whole numbers", () => {
  it("have a bit length that is right or one more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.bigInt({ min: 0n, max: 2n ** 64n }), (n, rest) => {
        const value = (1n << BigInt(n)) + (rest >> BigInt(Math.max(0, 64 - n)));
        const exact = value.toString(2).length;
        expect(bitLength(value)).toBeGreaterThanOrEqual(exact);
        // beyond the doubles whole hexadecimal digits are counted
        expect(bitLength(-value)).toBeLessThanOrEqual(exact + (n < 1000 ? 1 : 3));
      }),
    );
  });

  it("have the square root r with r^2 <= n < (r+1)^2", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 700n }), fc.nat({ max: 650 }), (value, drop) => {
        for (const n of [value >> BigInt(drop), (value >> 350n) ** 2n, (value >> 350n) ** 2n + 1n]) {
          const root = integerSquareRoot(n);
          expect(root * root <= n && n < (root + 1n) * (root + 1n)).toBe(true);
        }
      }),
    );
  });
});
