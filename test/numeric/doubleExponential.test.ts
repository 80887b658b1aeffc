import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubleExponential, type EndAwareIntegrand } from "../../src/numeric/quadrature/doubleExponential.js";
import { applyRule } from "../../src/numeric/quadrature/rule.js";
import { tanhSinhRule } from "../../src/numeric/quadrature/tanhSinhRule.js";
import { gammaRatio } from "../../src/numeric/special/gammaRatio.js";

const INF = Number.POSITIVE_INFINITY;

interface Case {
  readonly name: string;
  readonly f: EndAwareIntegrand;
  readonly a: number;
  readonly b: number;
  readonly exact: number;
}

const known: readonly Case[] = [
  { name: "exp", f: Math.exp, a: 0, b: 1, exact: Math.E - 1 },
  { name: "x^-0.9", f: (_x, d) => d ** -0.9, a: 0, b: 1, exact: 10 },
  { name: "(1-x)^-0.9, the end where x rounds", f: (_x, _d, e) => e ** -0.9, a: 0, b: 1, exact: 10 },
  { name: "log", f: (_x, d) => Math.log(d), a: 3, b: 4, exact: -1 },
  { name: "arcsine", f: (_x, d, e) => 1 / Math.sqrt(d * e), a: 1e6, b: 1e6 + 1, exact: Math.PI },
  { name: "oscillation", f: (x) => Math.cos(50 * x), a: 0, b: 1, exact: Math.sin(50) / 50 },
  { name: "half line", f: (x) => Math.exp(-x), a: 0, b: INF, exact: 1 },
  { name: "Gamma(1/10)", f: (_x, d) => d ** -0.9 * Math.exp(-d), a: 0, b: INF, exact: 9.513507698668731 },
  { name: "left half line", f: (x) => Math.exp(x), a: -INF, b: 0, exact: 1 },
  { name: "algebraic decay", f: (_x, d) => 1 / (Math.sqrt(d) * (1 + d)), a: 0, b: INF, exact: Math.PI },
  { name: "line", f: (x) => Math.exp((-x * x) / 2), a: -INF, b: INF, exact: Math.sqrt(2 * Math.PI) },
  { name: "Cauchy", f: (x) => 1 / (1 + x * x), a: -INF, b: INF, exact: Math.PI },
];

describe("doubleExponential", () => {
  it.each(known)("$name: 1e-12, and the error covers the truth", ({ f, a, b, exact }) => {
    const result = doubleExponential(f, a, b);
    expect(result.converged).toBe(true);
    expect(result.error).toBeGreaterThan(0);
    expect(Math.abs(result.value - exact)).toBeLessThanOrEqual(result.error);
  });

  it("interior kinks and jumps converge slowly, and the error says so", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (p) => {
        const kink = doubleExponential((x) => Math.abs(x - p), 0, 1);
        expect(Math.abs(kink.value - (p * p + (1 - p) ** 2) / 2)).toBeLessThanOrEqual(kink.error);
        expect(kink.converged).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it("Beta integrals with random end exponents, against gammaRatio", () => {
    const exponent = fc.double({ min: -0.9, max: 6, noNaN: true });
    fc.assert(
      fc.property(exponent, exponent, (p, q) => {
        const result = doubleExponential((_x, d, e) => d ** p * e ** q, 0, 1);
        // B(p+1, q+1) = Gamma(p+1) / ((q+1)_{p+1}); Gamma(p+1) = Gamma(1+p)/Gamma(1).
        const exact = gammaRatio(1, p) / gammaRatio(q + 1, p + 1);
        expect(Math.abs(result.value - exact)).toBeLessThanOrEqual(result.error + 5e-15 * exact);
      }),
    );
  });

  it("a zero integrand is 0 with error 0, converged", () => {
    expect(doubleExponential(() => 0, 0, 1)).toMatchObject({ value: 0, error: 0, converged: true });
  });

  it("an integrand that is infinite in x at a rounded end is refused with its place", () => {
    expect(() => doubleExponential((x) => 1 / Math.sqrt(1 - x), 0, 1)).toThrowError(
      expect.objectContaining({ code: "undefined-value", details: expect.objectContaining({ value: 1 }) }),
    );
    expect(() => doubleExponential(Math.exp, 1, 1)).toThrowError(expect.objectContaining({ code: "domain" }));
  });
});

describe("tanhSinhRule", () => {
  it("is symmetric, nested and complements are consistent", () => {
    for (const level of [0, 1, 2, 3, 4]) {
      const rule = tanhSinhRule(level);
      const n = rule.nodes.length;
      for (let i = 0; i < n; i++) {
        expect(rule.nodes[i] + rule.nodes[n - 1 - i]).toBe(0);
        expect(rule.fromLeft[i]).toBe(rule.fromRight[n - 1 - i]);
        // 1 + x rounds once.
        expect(Math.abs(1 + rule.nodes[i] - rule.fromLeft[i])).toBeLessThanOrEqual(2 ** -52);
      }
    }
    const coarse = tanhSinhRule(3);
    const fine = tanhSinhRule(4);
    expect(Array.from(coarse.nodes)).toEqual(Array.from(fine.nodes).filter((_, i) => i % 2 === 0));
  });

  it("level 3 integrates smooth and singular functions to rounding", () => {
    const rule = tanhSinhRule(3);
    expect(Math.abs(applyRule(rule, Math.exp) / (Math.E - 1 / Math.E) - 1)).toBeLessThan(1e-13);
    let singular = 0;
    rule.weights.forEach((w, i) => {
      singular += w / Math.sqrt(rule.fromLeft[i]);
    });
    expect(Math.abs(singular / (2 * Math.SQRT2) - 1)).toBeLessThan(1e-14);
  });

  it("refuses what it cannot make", () => {
    expect(() => tanhSinhRule(-1)).toThrowError(expect.objectContaining({ code: "domain" }));
    expect(() => tanhSinhRule(3, 0)).toThrowError(expect.objectContaining({ code: "domain" }));
  });
});
