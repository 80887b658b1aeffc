import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trapezoidLine } from "../../src/numeric/quadrature/trapezoidLine.js";
import { gammaRatio } from "../../src/numeric/special/gammaRatio.js";

const ROOT_PI = Math.sqrt(Math.PI);

describe("trapezoidLine", () => {
  it("Gaussians of any width and place near the centre", () => {
    const width = fc.double({ min: -1.5, max: 2, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(width, fc.double({ min: -1, max: 1, noNaN: true }), (w, shift) => {
        const result = trapezoidLine((r) => Math.exp(-(((r - shift * w) / w) ** 2)), { step: w / 2 });
        expect(result.converged).toBe(true);
        expect(Math.abs(result.value - w * ROOT_PI)).toBeLessThanOrEqual(result.error);
      }),
    );
  });

  it("Laplace integrals by s = e^r: int s^(p-1) e^-s ds = Gamma(p)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 30, noNaN: true }), (p) => {
        const result = trapezoidLine((r) => Math.exp(p * r - Math.exp(r)), { centre: Math.log(p) });
        const exact = gammaRatio(1, p - 1);
        expect(result.converged).toBe(true);
        // exp(p r - e^r) at |p r| up to 36 carries 36 roundings of its exponent.
        expect(Math.abs(result.value - exact)).toBeLessThanOrEqual(result.error + 2e-14 * exact);
      }),
    );
  });

  it("sech: pi, error no less than the truth at any tolerance", () => {
    for (const relativeTolerance of [1e-2, 1e-6, 1e-12]) {
      const result = trapezoidLine((r) => 1 / Math.cosh(r), { relativeTolerance });
      expect(Math.abs(result.value - Math.PI)).toBeLessThanOrEqual(result.error);
    }
  });

  it("finds a bulk that lies where the centre value underflows to 0", () => {
    const result = trapezoidLine((r) => Math.exp(-((r - 200) ** 2)));
    expect(Math.abs(result.value - ROOT_PI)).toBeLessThanOrEqual(result.error);
  });

  it("a kink is not claimed to have converged", () => {
    const result = trapezoidLine((r) => Math.exp(-Math.abs(r - 0.1234)));
    expect(result.converged).toBe(false);
    expect(Math.abs(result.value - 2)).toBeLessThanOrEqual(result.error);
  });

  it("an integrand that does not decay keeps a large error", () => {
    const result = trapezoidLine(() => 1, { limit: 10 });
    expect(result.converged).toBe(false);
    expect(result.error).toBeGreaterThan(0.5);
  });

  it("NaN is named with its place, bad options are refused", () => {
    expect(() => trapezoidLine((r) => Math.sqrt(r))).toThrowError(/NaN at x = -0\.5/);
    expect(() => trapezoidLine(Math.exp, { step: 0 })).toThrowError(expect.objectContaining({ code: "domain" }));
  });
});
