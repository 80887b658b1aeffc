import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaRatio, logGammaRatio } from "../../src/numeric/special/gammaRatio.js";
import reference from "../reference/special.json" with { type: "json" };

/** Unit: relative. Forty factors with one rounding each may be rounded alike: 40 2^-53 = 4.4e-15. Measured worst 3.2e-15. */
const RELATIVE = 5e-15;

describe("gammaRatio", () => {
  it("agrees with mpmath", () => {
    for (const { x, a, value } of reference.gammaRatio) {
      if (value === null) continue;
      expect(Math.abs(gammaRatio(x, a) / Number(value) - 1), `x = ${x}, a = ${a}`).toBeLessThan(RELATIVE);
    }
  });

  it("the logarithm agrees with mpmath, beyond the range of doubles too", () => {
    for (const { x, a, log } of reference.gammaRatio) {
      const exact = Number(log);
      // Measured worst 9.4e-16 of 1 + |value|.
      expect(Math.abs(logGammaRatio(x, a) - exact), `x = ${x}, a = ${a}`).toBeLessThan(2e-15 * (1 + Math.abs(exact)));
    }
  });

  const x = fc.double({ min: -0.3, max: 9, noNaN: true }).map((e) => 10 ** e);
  it("recurrence: R(x, a+1) = (x+a) R(x, a)", () => {
    fc.assert(
      fc.property(x, fc.integer({ min: 0, max: 39 * 64 }), (at, i) => {
        const a = i / 64; // exact, so that a + 1 is
        if (gammaRatio(at, a + 1) > 1e300) return; // the doubles end here
        expect(Math.abs(gammaRatio(at, a + 1) / (gammaRatio(at, a) * (at + a)) - 1)).toBeLessThan(2 * RELATIVE);
      }),
    );
  });

  it("product: R(x, a) R(x+a, -a) = 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 32, max: 1e9 }), fc.integer({ min: 1, max: 40 * 64 }), (i, j) => {
        const [at, a] = [i / 64, j / 64];
        expect(Math.abs(gammaRatio(at, a) * gammaRatio(at + a, -a) - 1)).toBeLessThan(2 * RELATIVE);
      }),
    );
  });

  it("edges", () => {
    expect(gammaRatio(3, 0)).toBe(1);
    expect(gammaRatio(1, 4)).toBe(24);
    expect(gammaRatio(0.5, -0.5)).toBe(Number.POSITIVE_INFINITY);
    expect(gammaRatio(2.5, -3)).toBeLessThan(0); // Gamma(-1/2) < 0
    expect(gammaRatio(1e9, 40)).toBe(Number.POSITIVE_INFINITY);
    expect(Math.abs(gammaRatio(1e15, 0.5) / Math.sqrt(1e15) - 1)).toBeLessThan(1e-15);
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => gammaRatio(bad, 1)).toThrowError(expect.objectContaining({ code: "domain" }));
    }
    expect(() => gammaRatio(1, 1e4)).toThrowError(expect.objectContaining({ code: "domain" }));
  });
});
