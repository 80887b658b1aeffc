import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minus, over, plus, times } from "../../../src/symbolic/build.js";
import { equalExact } from "../../../src/symbolic/exact/equalExact.js";
import type { Exact } from "../../../src/symbolic/exact/exact.js";
import { exactField } from "../../../src/symbolic/exact/field.js";
import { toExpression } from "../../../src/symbolic/exact/toExpression.js";
import { zeroTestOf } from "../../../src/symbolic/exact/zeroTest.js";
import { atPoints, defaultDomain, expressions, normalForm, smallExpressions } from "./support.js";

const { add, subtract, multiply, divide, isZero, one, zero } = exactField;
/** Null beyond the limits of the algebra, as \`normalForm\` answers. */
function within(compute: () => Exact): Exact | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const seeds = fc.integer({ min: 0, max: 1000 });

describe("normalise", () => {
  it("keeps the value: 30 digits of the expression and of its normal form agree", () => {
    let compared = 0;
    fc.assert(
      fc.property(expressions, seeds, (expression, seed) => {
        const normal = normalForm(expression);
        if (normal === null) return;
        const found = atPoints(minus(expression, toExpression(normal)), seed);
        expect(found).not.toBe("different");
        if (found === "zero") compared += 1;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(25);
  });

  it("is a homomorphism, as equal data", () => {
    fc.assert(
      fc.property(expressions, expressions, (a, b) => {
        const [x, y] = [normalForm(a), normalForm(b)];
        if (x === null || y === null) return;
        expect(normalForm(plus(a, b))).toEqual(within(() => add(x, y)));
        expect(normalForm(minus(a, b))).toEqual(within(() => subtract(x, y)));
        expect(normalForm(times(a, b))).toEqual(within(() => multiply(x, y)));
        if (!isZero(y)) expect(normalForm(over(a, b))).toEqual(within(() => divide(x, y)));
      }),
      { numRuns: 25 },
    );
  });

  it("gives an element back from its expression", () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const normal = normalForm(expression);
        if (normal !== null) expect(normalForm(toExpression(normal))).toEqual(normal);
      }),
      { numRuns: 60 },
    );
  });
});

describe("exactField", () => {
  it("obeys the laws of a field, as equal data", () => {
    const elements = smallExpressions.map(normalForm).filter((x) => x !== null);
    fc.assert(
      fc.property(elements, elements, elements, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(a, a)).toEqual(zero);
        if (!isZero(a)) expect(divide(a, a)).toEqual(one);
        if (!isZero(b)) expect(equalExact(multiply(divide(a, b), b), a)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("zeroTest", () => {
  it("agrees with interval arithmetic on random differences", () => {
    let nonzero = 0;
    fc.assert(
      fc.property(expressions, expressions, seeds, (a, b, seed) => {
        const normal = normalForm(minus(a, b));
        if (normal === null) return;
        const { status } = zeroTestOf(normal, defaultDomain);
        const found = atPoints(minus(a, b), seed);
        if (status === "zero") expect(found).not.toBe("different");
        if (status === "nonzero" && found === "different") nonzero += 1;
        // a function that is not zero may be zero at one point, but not at two by chance
        if (status === "nonzero" && found === "zero") expect(atPoints(minus(a, b), seed + 1)).not.toBe("zero");
      }),
      { numRuns: 60 },
    );
    expect(nonzero).toBeGreaterThan(15);
  });
});
