import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubleExponential } from "../../src/numeric/quadrature/doubleExponential.js";
import { arccosineKernel } from "../../src/numeric/special/arccosineKernel.js";
import { gammaRatio } from "../../src/numeric/special/gammaRatio.js";
import reference from "../reference/special.json" with { type: "json" };

describe("against mpmath", () => {
  it("value and derivative: relative 1e-14 up to degree 60, and within the reported error everywhere", () => {
    for (const { alpha, c, value, derivative } of reference.arccosineKernel) {
      const where = `alpha = ${alpha}, c = ${c}`;
      const kernel = arccosineKernel(alpha, c);
      expect(Math.abs(kernel.value - Number(value)), where).toBeLessThanOrEqual(kernel.valueError);
      expect(Math.abs(kernel.derivative - Number(derivative)), where).toBeLessThanOrEqual(kernel.derivativeError);
      if (alpha > 60) continue;
      expect(Math.abs(kernel.value / Number(value) - 1), where).toBeLessThan(1e-14);
      expect(Math.abs(kernel.derivative / Number(derivative) - 1), where).toBeLessThan(1e-14);
    }
  });
});

const degree = fc.oneof(fc.double({ min: -0.45, max: 60, noNaN: true }), fc.constantFrom(0, 0.5, 1, 2, 3, 1e-12));
const cosine = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: -15, max: 0, noNaN: true }).map((e) => -1 + 10 ** e),
  fc.double({ min: -15, max: 0, noNaN: true }).map((e) => 1 - 10 ** e),
);

describe("laws", () => {
  // J_a and J_{a-1}: d/dc K_a = a^2 K_{a-1}, K_a(1) / K_{a-1}(1) = 2a - 1.
  it("the derivative is a^2/(2a-1) times the kernel of degree a-1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 60 * 64 }), cosine, (i, c) => {
        const alpha = i / 64;
        if (alpha <= 0.5625 || c === -1) return;
        const { derivative } = arccosineKernel(alpha, c);
        const lower = arccosineKernel(alpha - 1, c);
        // Two kernels, each within its reported error.
        const expected = ((alpha * alpha) / (2 * alpha - 1)) * lower.value;
        expect(Math.abs(derivative - expected)).toBeLessThanOrEqual(2e-14 * expected + 1e-307);
      }),
      { numRuns: 400 },
    );
  });

  // (1-c^2) J'' + (2a-1) c J' - a^2 J = 0 with J' = s J_{a-1}, J'' = s J'_{a-1}, s = a^2/(2a-1).
  it("the ODE holds through two degrees, relative to its largest term", () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 60 * 64 }), cosine, (i, c) => {
        const alpha = i / 64;
        if (Math.abs(c) === 1) return;
        const upper = arccosineKernel(alpha, c);
        const lower = arccosineKernel(alpha - 1, c);
        const scale = (alpha * alpha) / (2 * alpha - 1);
        const terms = [
          (1 - c) * (1 + c) * scale * lower.derivative,
          (2 * alpha - 1) * c * upper.derivative,
          -alpha * alpha * upper.value,
        ];
        const size = Math.max(...terms.map(Math.abs));
        expect(Math.abs(terms[0] + terms[1] + terms[2])).toBeLessThanOrEqual(4e-14 * size + 1e-300);
      }),
      { numRuns: 400 },
    );
  });

  it("increases from 0 to 1, with the power law (1+c)^(alpha+1/2) at -1", () => {
    fc.assert(
      fc.property(degree, cosine, cosine, (alpha, c1, c2) => {
        const [low, high] = [arccosineKernel(alpha, Math.min(c1, c2)), arccosineKernel(alpha, Math.max(c1, c2))];
        expect(low.value).toBeLessThanOrEqual(high.value + high.valueError);
        expect(low.value).toBeGreaterThanOrEqual(0);
        expect(high.value).toBeLessThanOrEqual(1);
        const near = arccosineKernel(alpha, -1 + 2 ** -40).value / arccosineKernel(alpha, -1 + 2 ** -41).value;
        // The next term of the power law is of relative size (1+c) = 1e-12.
        if (alpha < 20) expect(Math.abs(near / 2 ** (alpha + 0.5) - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it("the power series sum m_k^2 c^k / k! agrees for |c| <= 1/2", () => {
    fc.assert(
      fc.property(degree, fc.double({ min: -0.5, max: 0.5, noNaN: true }), (alpha, c) => {
        // m_{k+2} = (alpha-k) m_k; relative to m_0^2: (m_1/m_0)^2 = 2 (Gamma(alpha/2+1)/Gamma((alpha+1)/2))^2.
        const m = [1, Math.SQRT2 * gammaRatio((alpha + 1) / 2, 0.5)];
        let power = 1;
        let sum = 0;
        let size = 0;
        let small = 0;
        for (let k = 0; k < 120 && power !== 0; k++) {
          const term = m[k % 2] ** 2 * power;
          sum += term;
          size += Math.abs(term);
          m[k % 2] *= alpha - k;
          power *= c / (k + 1);
          // An integer degree ends one parity at once: only an odd and an even small term end the sum.
          small = Math.abs(term) < 1e-18 * size ? small + 1 : 0;
          if (k > 2 * alpha + 20 && small >= 2) break;
        }
        const atZero = arccosineKernel(alpha, 0).value;
        const kernel = arccosineKernel(alpha, c);
        // Terms cancel for c < 0: relative to the sum of their sizes, with a rounding for each of some 60 factors.
        expect(Math.abs(kernel.value - atZero * sum)).toBeLessThanOrEqual(3e-14 * atZero * size);
      }),
      { numRuns: 300 },
    );
  });

  it("an independent integral: E over the angle, int cos^a(t) cos^a(t - theta) dt", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.4, max: 20, noNaN: true }),
        fc.double({ min: 0.05, max: 3, noNaN: true }),
        (alpha, theta) => {
          // Both factors are positive for t in (theta - pi/2, pi/2); as distances to the ends, sin(d) sin(pi - theta - d).
          const width = Math.PI - theta;
          const { value } = doubleExponential((_t, d, e) => (Math.sin(d) * Math.sin(e)) ** alpha, 0, width);
          // J(1) normalises by int_{-pi/2}^{pi/2} cos^(2a) = sqrt(pi) Gamma(a+1/2)/Gamma(a+1).
          const expected = (value * gammaRatio(alpha + 0.5, 0.5)) / Math.sqrt(Math.PI);
          const kernel = arccosineKernel(alpha, Math.cos(theta));
          // cos(theta) is rounded: dJ = J' 2^-53; the integral's powers carry alpha roundings.
          const slack = 2 ** -52 * kernel.derivative + (alpha + 20) * 2 ** -51 * expected;
          expect(Math.abs(kernel.value - expected)).toBeLessThanOrEqual(slack);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("ends and input", () => {
  it("c = 1 and c = -1", () => {
    expect(arccosineKernel(1, 1)).toMatchObject({ value: 1, derivative: 1, valueError: 0 });
    expect(arccosineKernel(0.5, 1).derivative).toBe(Number.POSITIVE_INFINITY);
    expect(arccosineKernel(0, 1).derivative).toBe(Number.POSITIVE_INFINITY);
    expect(arccosineKernel(2, 1).derivative).toBeCloseTo(4 / 3, 15);
    expect(arccosineKernel(1, -1)).toMatchObject({ value: 0, derivative: 0 });
    expect(arccosineKernel(0.25, -1).derivative).toBe(Number.POSITIVE_INFINITY);
    // Continuity of the slope at alpha = 1/2.
    expect(
      Math.abs(arccosineKernel(0.5, -1 + 2 ** -50).derivative / arccosineKernel(0.5, -1).derivative - 1),
    ).toBeLessThan(1e-14);
  });

  it("step and ReLU in closed form", () => {
    for (const c of [-0.9, -0.2, 0, 0.24, 0.26, 0.99]) {
      expect(arccosineKernel(0, c).value).toBeCloseTo(1 - Math.acos(c) / Math.PI, 14);
      const relu = (Math.sqrt(1 - c * c) + (Math.PI - Math.acos(c)) * c) / Math.PI;
      expect(arccosineKernel(1, c).value).toBeCloseTo(relu, 14);
    }
  });

  it("refuses what is outside", () => {
    for (const [alpha, c] of [
      [-0.5, 0],
      [Number.NaN, 0],
      [2000, 0],
      [1, 1.1],
      [1, Number.NaN],
    ] as const) {
      expect(() => arccosineKernel(alpha, c)).toThrowError(expect.objectContaining({ code: "domain" }));
    }
  });
});
