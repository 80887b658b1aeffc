import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStatement } from "../../src/symbolic/formula/parse.js";
import { areMet, isTestable } from "../../src/verification/assumptions.js";
import { compareSides } from "../../src/verification/compare.js";
import { nearIds } from "../../src/verification/nearIds.js";
import { seedOf } from "../../src/verification/seedOf.js";
import { averageOf } from "../../src/verification/statistics/averageOf.js";
import { widthLimit } from "../../src/verification/statistics/widthLimit.js";

describe("the limit of infinite width", () => {
  const at = (value: number, standardError = 0.01, networks = 50) => ({ value, standardError, networks });

  it("is exact for m + a/N^k, whatever the order", () => {
    const coefficient = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(coefficient, coefficient, fc.constantFrom(0.5, 1, 2), (m, a, order) => {
        const mean = (width: number) => m + a / width ** order;
        const { value, bias } = widthLimit(at(mean(100)), at(mean(200)), order);
        expect(Math.abs(value - m)).toBeLessThan(1e-12);
        expect(Math.abs(bias - a / 200 ** order)).toBeLessThan(1e-12);
      }),
    );
  });

  it("estimates the second order of a factor 1 + a/N + a^2/N^2", () => {
    for (const [m, a] of [
      [2, 7],
      [0.3, -4],
    ] as const) {
      const mean = (width: number) => m * (1 + a / width + (a / width) ** 2);
      const { value, remainder } = widthLimit(at(mean(100)), at(mean(200)), 1);
      // the remainder is known to first order in a/N, here 7 % and 4 %
      expect(Math.abs(value - m)).toBeLessThanOrEqual(1.2 * remainder);
      expect(Math.abs(value - m)).toBeGreaterThan(0.8 * remainder);
    }
    // around zero it stays below half of what is extrapolated
    const { bias, remainder } = widthLimit(at(0.02), at(0.01), 1);
    expect(bias).toBeCloseTo(0.01, 14);
    expect(remainder).toBeCloseTo(bias / 2, 14);
  });

  it("has the error of 2 m(2N) - m(N), and the certainty of the less certain width", () => {
    const { standardError, networks } = widthLimit(at(1, 0.03, 40), at(1, 0.02, 30), 1);
    expect(standardError).toBeCloseTo(Math.sqrt(0.03 ** 2 + 0.04 ** 2), 14);
    expect(networks).toBe(30);
  });
});

describe("averages", () => {
  it("have the standard error of the mean", () => {
    const { value, standardError, networks } = averageOf([1, 2, 3, 6], "mean");
    expect([value, networks]).toEqual([3, 4]);
    expect(standardError).toBeCloseTo(Math.sqrt(14 / 3 / 4), 14);
  });

  it("of exponentials: ln of the mean, corrected by half its squared relative error, on fewer networks", () => {
    const observed = [0, 0.1, -0.2, 0.15, 0.05, -0.1];
    const { value, standardError, networks } = averageOf(observed, "logMean");
    const weights = observed.map(Math.exp);
    const mean = weights.reduce((sum, w) => sum + w, 0) / 6;
    const relative = Math.sqrt(weights.reduce((sum, w) => sum + (w - mean) ** 2, 0) / 5 / 6) / mean;
    // the jackknife differs from the delta method by terms of higher order
    expect(Math.abs(standardError / relative - 1)).toBeLessThan(0.05);
    expect(Math.abs(value - Math.log(mean) - relative ** 2 / 2)).toBeLessThan(2e-4);
    expect(networks).toBeLessThan(6);
  });
});

describe("seeds", () => {
  it("are whole, the same for the same, and different for different names and runs", () => {
    const names = ["batchnorm/a", "batchnorm/b", "batchnorm/ab", ""];
    const seeds = [0, 1, 2, 12345].flatMap((seed) => names.map((name) => seedOf(seed, name)));
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(seeds.every((seed) => Number.isInteger(seed) && Math.abs(seed) <= 2 ** 31)).toBe(true);
    // FNV-1a of "a", from its authors' test vectors
    expect(seedOf(1, "") >>> 0).not.toBe(0x811c9dc5);
    expect(seedOf(3, "x")).toBe(seedOf(3, "x"));
  });
});

describe("assumptions", () => {
  const parameters = {
    B: { set: "integer", min: 2, max: 100, doc: "" },
    c: { set: "real", min: -1, max: 1, doc: "" },
    phi: { set: "activation", class: "any", doc: "" },
  } as const;

  it("are decided at numbers, their edges too", () => {
    const above = [parseStatement("c > -1/(B - 1)")];
    expect(areMet(parameters, above, { B: 5, c: -0.25 })).toBe(false);
    expect(areMet(parameters, above, { B: 5, c: -0.25 + 2 ** -50 })).toBe(true);
    expect(areMet(parameters, [parseStatement("B/2 in Integers")], { B: 7, c: 0 })).toBe(false);
    expect(areMet(parameters, [parseStatement("sqrt(c) < 1")], { B: 7, c: -1 })).toBe(false);
  });

  it("about anything but numeric parameters are not tested", () => {
    expect(isTestable(parameters, parseStatement("alpha > 1/2"))).toBe(false);
    expect(isTestable(parameters, parseStatement("phi > 0"))).toBe(false);
    expect(areMet(parameters, [parseStatement("alpha > 1/2")], { B: 2, c: 0 })).toBe(true);
  });
});

describe("comparing", () => {
  const estimate = (value: number, error: number) => ({ value, error, method: "", evals: 0, converged: true });
  const exact = { unit: "abs", limit: 0, why: "" } as const;

  it("adds the errors of both sides and the tolerance", () => {
    const tolerance = { unit: "abs", limit: 0.2, why: "" } as const;
    expect(compareSides("Equal", estimate(1, 0.1), estimate(2, 0.2), tolerance)).toMatchObject({ outcome: "differ" });
    const found = compareSides("Equal", estimate(1, 0.3), estimate(2, 0.5), tolerance);
    expect(found).toMatchObject({ outcome: "agree", ratio: 1 });
  });

  it("knows that infinity agrees with itself only", () => {
    expect(compareSides("Equal", Infinity, Infinity, exact)).toMatchObject({ outcome: "agree" });
    expect(compareSides("Equal", Infinity, 1, exact)).toMatchObject({ outcome: "differ" });
    expect(compareSides("Equal", Infinity, -Infinity, exact)).toMatchObject({ outcome: "differ" });
    expect(compareSides("Equal", Infinity, 1, { ...exact, unit: "rel", limit: 0.1 })).toMatchObject({
      outcome: "differ",
    });
  });

  it("does not decide a strict inequality within the errors", () => {
    expect(compareSides("Less", estimate(1, 0.1), estimate(1.1, 0.1), exact)).toEqual({ outcome: "close" });
    expect(compareSides("Less", estimate(1, 0.1), estimate(2, 0.1), exact)).toMatchObject({ outcome: "agree" });
    expect(compareSides("Less", estimate(2, 0.1), estimate(1, 0.1), exact)).toMatchObject({ outcome: "differ" });
  });

  it("takes neither NaN nor an error that is none", () => {
    for (const side of [Number.NaN, estimate(1, Number.NaN), estimate(1, -1), [], [1, Number.NaN]]) {
      expect(compareSides("Equal", side, side, exact).outcome).toBe("unevaluable");
    }
    expect(compareSides("Equal", estimate(1, Infinity), 1, exact)).toEqual({ outcome: "unconverged" });
  });
});

describe("near ids", () => {
  const ids = ["batchnorm/theorem-1", "batchnorm/theorem-8", "batchnorm/theorem-8-limit", "batchnorm/lemma-b-36"];

  it("are those with few letters changed, or that contain it", () => {
    expect(nearIds("batchnorm/theorm-8", ids)[0]).toBe("batchnorm/theorem-8");
    expect(nearIds("limit", ids)).toEqual(["batchnorm/theorem-8-limit"]);
    expect(nearIds("gardening", ids)).toEqual([]);
  });
});
