import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gaussGegenbauer } from "../../src/numeric/quadrature/gaussGegenbauer.js";
import { gaussHermite } from "../../src/numeric/quadrature/gaussHermite.js";
import {
  gegenbauerCoefficients,
  gegenbauerNormalised,
  gegenbauerOrthonormal,
  gegenbauerSimplexGap,
} from "../../src/numeric/special/gegenbauer.js";
import reference from "../reference/special.json" with { type: "json" };

const INF = Number.POSITIVE_INFINITY;

describe("against mpmath", () => {
  it("orthonormal polynomials, n = 2 .. 1e9 and infinity", () => {
    for (const row of reference.gegenbauer.orthonormal) {
      const p = gegenbauerOrthonormal(gegenbauerCoefficients(Number(row.n), row.k), row.z)[row.k];
      const exact = Number(row.value);
      // Relative to max(1, |p|); z is rounded where the polynomial has slope up to k^2 at the ends (n = 2, z = 1.4): 1.2e-14.
      expect(Math.abs(p - exact), JSON.stringify(row)).toBeLessThanOrEqual(2e-14 * Math.max(1, Math.abs(exact)));
    }
  });

  it("1 - P_k(-1/n)", () => {
    for (const { n, k, value } of reference.gegenbauer.oneMinus) {
      // Measured worst 2.3e-16.
      expect(Math.abs(gegenbauerSimplexGap(n, k)[k] - Number(value)), `${n} ${k}`).toBeLessThanOrEqual(1e-15);
    }
  });
});

const dimension = fc.oneof(
  fc.integer({ min: 2, max: 100 }),
  fc.double({ min: 2, max: 9, noNaN: true }).map((e) => Math.round(10 ** e)),
  fc.constant(1e9),
);

describe("laws", () => {
  it("orthonormal under the Gauss rule of the same weight", () => {
    fc.assert(
      fc.property(dimension, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (n, j, k) => {
        const rule = gaussGegenbauer(32, (n - 2) / 2);
        const b = gegenbauerCoefficients(n, 31);
        let sum = 0;
        rule.nodes.forEach((t, i) => {
          const p = gegenbauerOrthonormal(b, Math.sqrt(n) * t);
          sum += rule.weights[i] * p[j] * p[k];
        });
        // p_30 at the outer nodes moves by 30^2 roundings of z.
        expect(Math.abs(sum - (j === k ? 1 : 0))).toBeLessThan(2e-13);
      }),
    );
  });

  it("Hermite: orthonormal under the Gauss-Hermite rule; the limit of n = 1e9", () => {
    const rule = gaussHermite(40);
    const b = gegenbauerCoefficients(INF, 30);
    const far = gegenbauerCoefficients(1e9, 30);
    let gram = 0;
    rule.nodes.forEach((z, i) => {
      const p = gegenbauerOrthonormal(b, z);
      gram += rule.weights[i] * p[30] * p[30];
    });
    expect(Math.abs(gram - 1)).toBeLessThan(1e-13);
    // b_k differs from sqrt(k) by about k/(2n) relative: 30 of them, 1e-6 in all.
    const [p, q] = [gegenbauerOrthonormal(b, 1.1), gegenbauerOrthonormal(far, 1.1)];
    for (let k = 0; k <= 30; k++) expect(Math.abs(p[k] - q[k])).toBeLessThan(1e-5);
  });

  it("the two recurrences agree: p_k(z) / p_k(sqrt n) = P_k(t)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.double({ min: -1, max: 1, noNaN: true }), (n, t) => {
        const b = gegenbauerCoefficients(n, 20);
        const [at, one] = [gegenbauerOrthonormal(b, Math.sqrt(n) * t), gegenbauerOrthonormal(b, Math.sqrt(n))];
        const normalised = gegenbauerNormalised(n, 20, t);
        // P_k has slope k (k+n-2)/(n-1) <= 400 at |t| = 1: 400 2^-53 of the rounding of z.
        for (let k = 0; k <= 20; k++) expect(Math.abs(at[k] / one[k] - normalised[k])).toBeLessThan(2e-13);
      }),
    );
  });

  it("P_k(1) = 1, P_k(-1) = (-1)^k, |P_k| <= 1", () => {
    fc.assert(
      fc.property(dimension, fc.double({ min: -1, max: 1, noNaN: true }), (n, t) => {
        // n = 1e9, k = 50: no growth.
        gegenbauerNormalised(n, 50, 1).forEach((p) => {
          expect(Math.abs(p - 1)).toBeLessThan(1e-13);
        });
        gegenbauerNormalised(n, 50, -1).forEach((p, k) => {
          expect(Math.abs(p - (-1) ** k)).toBeLessThan(1e-13);
        });
        gegenbauerNormalised(n, 50, t).forEach((p) => {
          expect(Math.abs(p)).toBeLessThan(1 + 1e-13);
        });
      }),
    );
  });

  it("the circle is cos(k theta), the simplex gap there is 0 at multiples of 3 exactly", () => {
    const p = gegenbauerNormalised(2, 12, Math.cos(0.7));
    p.forEach((value, k) => {
      expect(Math.abs(value - Math.cos(0.7 * k))).toBeLessThan(1e-14);
    });
    expect(Array.from(gegenbauerSimplexGap(2, 6))).toEqual([0, 1.5, 1.5, 0, 1.5, 1.5, 0]);
    expect(Array.from(gegenbauerSimplexGap(INF, 3))).toEqual([0, 1, 1, 1]);
  });

  it("bad input", () => {
    const domain = expect.objectContaining({ code: "domain" });
    expect(() => gegenbauerCoefficients(1, 3)).toThrowError(domain);
    expect(() => gegenbauerCoefficients(3, -1)).toThrowError(domain);
    expect(() => gegenbauerNormalised(3, 3, 1.5)).toThrowError(domain);
    expect(() => gegenbauerOrthonormal(new Float64Array(2), 0, new Float64Array(2))).toThrowError(domain);
  });
});
