import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRoot } from "../../src/numeric/root.js";
import { CompensatedSum, compensatedSum } from "../../src/numeric/sum.js";

describe("findRoot", () => {
  it("the root lies within the reported error", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: 0, max: 3 }), (t, m) => {
        const f = (x: number): number => Math.sinh(x - t) * Math.exp(m * x);
        const { root, error, residual, converged } = findRoot(f, -4, 4.5);
        expect(converged).toBe(true);
        expect(Math.abs(root - t)).toBeLessThanOrEqual(error + 2 ** -52 * Math.abs(t));
        expect(residual).toBe(f(root));
      }),
    );
  });

  it("cos x = x", () => {
    expect(Math.abs(findRoot((x) => Math.cos(x) - x, 0, 1).root - 0.7390851332151607)).toBeLessThanOrEqual(2 ** -53);
  });

  it("steep, flat and discontinuous functions stay bracketed", () => {
    expect(findRoot((x) => Math.exp(x) - 1e10, 0, 100).root).toBeCloseTo(Math.log(1e10), 13);
    expect(Math.abs(findRoot((x) => (x - 1) ** 9, -3, 2.2).root - 1)).toBeLessThan(1e-15);
    expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1).root).toBeCloseTo(0.3, 15);
    expect(findRoot((x) => x, -1, 1e-300, { absoluteTolerance: 1e-12 }).converged).toBe(true);
  });

  it("ends and tolerances", () => {
    expect(findRoot((x) => x - 1, 0, 1)).toMatchObject({ root: 1, error: 0, residual: 0 });
    expect(findRoot((x) => x, 0, 1)).toMatchObject({ root: 0, error: 0 });
    const loose = findRoot((x) => x ** 3 - 2, 0, 2, { absoluteTolerance: 1e-3 });
    expect(loose.error).toBeLessThanOrEqual(1e-3);
    expect(Math.abs(loose.root - Math.cbrt(2))).toBeLessThanOrEqual(loose.error);
    expect(findRoot((x) => x ** 3, -1, 2, { maxEvals: 10 }).converged).toBe(false);
  });

  it("refuses what has no sign change", () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrowError(expect.objectContaining({ code: "domain" }));
    expect(() => findRoot(() => Number.NaN, -1, 1)).toThrowError(expect.objectContaining({ code: "undefined-value" }));
    expect(() => findRoot((x) => x, -1, Number.POSITIVE_INFINITY)).toThrowError(
      expect.objectContaining({ code: "domain" }),
    );
  });
});

describe("compensatedSum", () => {
  it("keeps what plain addition loses", () => {
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(compensatedSum([])).toBe(0);
    expect(compensatedSum([1, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(new CompensatedSum().add(1).add(1e100).add(1).add(-1e100).value).toBe(2);
    expect(new CompensatedSum().add(Number.POSITIVE_INFINITY).add(1).value).toBe(Number.POSITIVE_INFINITY);
  });

  it("sums of dyadic numbers agree with exact integer arithmetic", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), { maxLength: 60 }), (xs) => {
        const exact = xs.reduce((sum, x) => sum + BigInt(x), 0n);
        // One rounding of the result, and 60^2 2^-106 of the terms.
        expect(Math.abs(compensatedSum(xs) - Number(exact))).toBeLessThanOrEqual(2 ** -52 * Math.abs(Number(exact)));
      }),
    );
  });
});
