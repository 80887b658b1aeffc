import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { extrapolate } from "../../../src/simulation/statistics/extrapolate.js";
import { kolmogorovSmirnov, kolmogorovTail } from "../../../src/simulation/statistics/kolmogorovSmirnov.js";
import { logMeanOf } from "../../../src/simulation/statistics/logMean.js";
import { matrixMean } from "../../../src/simulation/statistics/matrixMean.js";
import { meanOf } from "../../../src/simulation/statistics/mean.js";
import { sampleSize, sampleSizeForPower } from "../../../src/simulation/statistics/sampleSize.js";
import { studentQuantile, twoSidedTail } from "../../../src/simulation/statistics/studentQuantile.js";
import { relativeError } from "../../support/errors.js";

const gaussians = (draw: number, count: number) =>
  Array.from(new GaussianStream({ seed: 4, sample: 0, draw }).fill(new Float64Array(count)));

describe("studentQuantile", () => {
  // mpmath at 40 digits, rounded to doubles: root of betainc(nu/2, 1/2, 0, nu/(nu+t^2), regularized=True) = alpha; the
  // last column erfc
  const degrees = [1, 3, 7, 30, 199, 4999, 5001, 1e6, Number.POSITIVE_INFINITY];
  const reference: Record<string, number[]> = {
    "1e-12": [
      636619772367.5813, 13016.380799879968, 114.85534318720377, 11.722008426303953, 7.6217763279278845,
      7.149035202057365, 7.149027775816769, 7.130599267919323, 7.130506848171325,
    ],
    "1e-4": [
      6366.197671315936, 28.000130010948975, 7.884584262416603, 4.482417175409747, 3.9709056957949955,
      3.8937338377686825, 3.893732580336823, 3.8906075818030654, 3.890591886413094,
    ],
    "0.05": [
      12.706204736174705, 3.1824463052837095, 2.3646242515927853, 2.042272456301238, 1.9719565442517537,
      1.960438646661525, 1.9604384567894744, 1.959966356814107, 1.9599639845400543,
    ],
    "0.99": [
      0.015709255323664916, 0.013604054691036678, 0.012987718654428906, 0.012638348785835286, 0.012549227382736875,
      0.012534096421049239, 0.012534096170327922, 0.012533472641929246, 0.012533469508069262,
    ],
  };
  it.each(Object.keys(reference))("agrees with mpmath at alpha = %s", (alpha) => {
    for (const [k, nu] of degrees.entries()) {
      expect(relativeError(studentQuantile(Number(alpha), nu), reference[alpha]![k]!), `nu = ${nu}`).toBeLessThan(
        1e-13,
      );
    }
  });

  it("is the tail's inverse, and 1, 2 and infinitely many degrees are elementary", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 60, noNaN: true }),
        fc.double({ min: 1, max: 4000, noNaN: true }),
        (t, nu) => {
          const alpha = twoSidedTail(t, nu);
          if (alpha < 1e-290) return;
          expect(relativeError(studentQuantile(alpha, nu), t)).toBeLessThan(1e-9);
          expect(relativeError(twoSidedTail(t, 1), 1 - (2 / Math.PI) * Math.atan(t))).toBeLessThan(1e-11);
          expect(relativeError(twoSidedTail(t, 2), 1 - t / Math.sqrt(2 + t * t))).toBeLessThan(1e-11);
        },
      ),
    );
  });

  it("refuses what is no probability and no number of degrees", () => {
    for (const alpha of [0, 1, -0.1, Number.NaN]) expect(() => studentQuantile(alpha, 5)).toThrow(/alpha/);
    for (const nu of [0, 0.5, Number.NaN]) expect(() => studentQuantile(0.05, nu)).toThrow(/degrees/);
  });
});

describe("meanOf", () => {
  it("agrees with scipy", () => {
    const { value, standardError, interval } = meanOf([0.3, 1.2, -0.4, 0.9, 2.2]);
    expect(relativeError(value, 0.84)).toBeLessThan(1e-15);
    expect(relativeError(standardError, 0.4365775990588615)).toBeLessThan(1e-15);
    expect(relativeError(interval[0], -0.3721337379459808)).toBeLessThan(1e-14);
    expect(relativeError(interval[1], 2.052133737945981)).toBeLessThan(1e-14);
  });

  it("has intervals that cover as often as they say", () => {
    // 4000 intervals from 5 Gaussians each, cover probability 0.9: 3600 +- 19, five standard deviations
    let covered = 0;
    for (let k = 0; k < 4000; k++) {
      const [low, high] = meanOf(gaussians(k, 5), { confidence: 0.9 }).interval;
      if (low < 0 && high > 0) covered++;
    }
    expect(Math.abs(covered - 3600)).toBeLessThan(95);
  });

  it("does not know the error of one number, and refuses none and infinite ones", () => {
    expect(meanOf([3])).toMatchObject({ value: 3, standardError: Infinity, interval: [-Infinity, Infinity] });
    expect(meanOf([2, 2, 2])).toMatchObject({ standardError: 0, interval: [2, 2] });
    expect(() => meanOf([])).toThrow(/at least one sample/);
    expect(() => meanOf([1, -Infinity])).toThrow(/finite/);
    expect(() => meanOf([1, 2], { confidence: 1 })).toThrow(/confidence/);
  });
});

describe("logMeanOf", () => {
  it("agrees with numpy's leave-one-out", () => {
    const { value, standardError, effectiveSamples } = logMeanOf([0.3, 1.2, -0.4, 0.9, 2.2]);
    expect(relativeError(value, 1.2134227557689732)).toBeLessThan(1e-14);
    expect(relativeError(standardError, 0.5290628084116503)).toBeLessThan(1e-14);
    expect(relativeError(effectiveSamples, 2.8084456855477202)).toBeLessThan(1e-14);
  });

  it("shifts with its numbers, whatever their size", () => {
    const x = gaussians(1, 50);
    const here = logMeanOf(x);
    const there = logMeanOf(x.map((value) => value + 5000));
    expect(Math.abs(there.value - here.value - 5000)).toBeLessThan(1e-11);
    expect(relativeError(there.standardError, here.standardError)).toBeLessThan(1e-10);
  });

  it("finds ln E exp of Gaussians, within its error", () => {
    // E exp(s Z) = exp(s^2/2); 20 runs of 2000, |z| < 4.4 has alpha 2e-4 over all
    for (let k = 0; k < 20; k++) {
      const { value, standardError } = logMeanOf(gaussians(k, 2000).map((z) => 0.5 * z));
      expect(Math.abs(value - 0.125) / standardError).toBeLessThan(4.4);
    }
  });

  it("says when one sample carries the mean", () => {
    const { effectiveSamples, standardError } = logMeanOf([0, 0, 0, 50]);
    expect(effectiveSamples).toBeLessThan(1.001);
    expect(standardError).toBeGreaterThan(10);
    expect(logMeanOf([-Infinity, -Infinity, 1]).standardError).toBe(Infinity);
    expect(() => logMeanOf([-Infinity])).toThrow(/vanishes/);
    expect(() => logMeanOf([])).toThrow(/at least one/);
  });
});

describe("kolmogorovSmirnov", () => {
  it("agrees with scipy's statistic, and its tail with mpmath's sum", () => {
    const a = [0.1, 0.5, 0.9, 1.7, 2.2, -0.3, 0.45];
    expect(kolmogorovSmirnov(a, [0.2, 1.1, 1.5, 2.9, 3.3]).statistic).toBeCloseTo(0.5142857142857142, 14);
    const tails = [
      [0.3, 0.9999906941986654],
      [0.5, 0.9639452436648751],
      [0.8, 0.5441424115741981],
      [1.19, 0.11774229287977168],
      [1.21, 0.10697010207551336],
      [1.5, 0.02221796261652513],
      [3, 3.045995948942526e-8],
    ] as const;
    for (const [lambda, tail] of tails) expect(relativeError(kolmogorovTail(lambda), tail)).toBeLessThan(1e-13);
  });

  it("has p-values that are uniform for one distribution, and small for two", () => {
    // 400 tests of 200 against 300: P(p < 0.1) = 0.1, so 40 +- 6; five standard deviations
    const pairs = Array.from({ length: 400 }, (_, k) => [gaussians(2 * k, 200), gaussians(2 * k + 1, 300)] as const);
    const below = pairs.filter(([a, b]) => kolmogorovSmirnov(a, b).pValue < 0.1).length;
    expect(Math.abs(below - 40)).toBeLessThan(30);
    const [a, b] = pairs[0]!;
    expect(
      kolmogorovSmirnov(
        a,
        b.map((x) => 2 * x),
      ).pValue,
    ).toBeLessThan(1e-3);
    expect(
      kolmogorovSmirnov(
        a,
        b.map((x) => x + 1),
      ).pValue,
    ).toBeLessThan(1e-15);
  });

  it("counts ties once, takes infinities, and refuses nothing and NaN", () => {
    expect(kolmogorovSmirnov([1, 1, 2], [1, 1, 2])).toEqual({ statistic: 0, pValue: 1 });
    expect(kolmogorovSmirnov([-Infinity, 1], [-Infinity, 1]).statistic).toBe(0);
    expect(() => kolmogorovSmirnov([], [1])).toThrow(/first/);
    expect(() => kolmogorovSmirnov([1], [Number.NaN])).toThrow(/second/);
  });
});

describe("extrapolate", () => {
  it("agrees with numpy's weighted least squares", () => {
    const fit = extrapolate([
      { width: 100, value: 1.1, standardError: 0.01 },
      { width: 200, value: 1.04, standardError: 0.02 },
      { width: 400, value: 1.025, standardError: 0.005 },
    ]);
    expect(relativeError(fit.value, 0.9997368421052619)).toBeLessThan(1e-12);
    expect(relativeError(fit.standardError, 0.00743391941675028)).toBeLessThan(1e-12);
    expect(relativeError(fit.slope.value, 9.947368421052722)).toBeLessThan(1e-12);
    expect(relativeError(fit.slope.standardError, 1.4867838833500562)).toBeLessThan(1e-12);
    expect(relativeError(fit.chiSquare, 0.23684210526315339)).toBeLessThan(1e-11);
    expect(fit.degrees).toBe(1);
  });

  it("joins two widths by a line, and refuses one", () => {
    const points = [
      { width: 10, value: 1 + 3 / 10, standardError: 0.1 },
      { width: 30, value: 1 + 3 / 30, standardError: 0.2 },
    ];
    expect(relativeError(extrapolate(points).value, 1)).toBeLessThan(1e-13);
    expect(() => extrapolate([points[0]!, points[0]!])).toThrow(/two widths/);
    expect(() => extrapolate([points[0]!, { ...points[1]!, standardError: 0 }])).toThrow(/standardError/);
  });
});

describe("sampleSize", () => {
  it("brings the standard error where it is wanted", () => {
    const pilot = gaussians(1, 400);
    const count = sampleSize(pilot, 0.02);
    // 2500 for variance 1; a pilot of 400 knows it to sqrt(2/399) = 7 %, five times
    expect(Math.abs(count / 2500 - 1)).toBeLessThan(0.35);
    expect(Math.abs(meanOf(gaussians(2, count)).standardError / 0.02 - 1)).toBeLessThan(0.2);
    expect(sampleSize(pilot, 0.04)).toBe(Math.ceil(sampleSize(pilot, 0.02) / 4));
  });

  it("uses the influence of a sample on a log mean", () => {
    const pilot = gaussians(1, 2000).map((z) => 0.3 * z);
    const count = sampleSize(pilot, 0.01, { average: "logMean" });
    expect(Math.abs(count / (Math.expm1(0.09) / 1e-4) - 1)).toBeLessThan(0.25);
  });

  it("sees an effect as often as it says", () => {
    const count = sampleSizeForPower(gaussians(1, 2000), 0.5, { alpha: 0.05, power: 0.8 });
    expect(Math.abs(count - ((1.959964 + 0.841621) / 0.5) ** 2)).toBeLessThan(6);
    let seen = 0;
    for (let k = 0; k < 1000; k++) {
      const values = gaussians(k, count);
      const mean = values.reduce((sum, x) => sum + x, 0) / count + 0.5;
      if (Math.abs(mean) * Math.sqrt(count) > 1.959964) seen++;
    }
    // 800 +- 13, and the pilot's share of 15
    expect(Math.abs(seen - 800)).toBeLessThan(100);
    expect(() => sampleSize([1], 0.1)).toThrow(/pilot/);
    expect(() => sampleSize([1, 2], 0)).toThrow(/wanted/);
    expect(() => sampleSizeForPower([1, 2], 1, { power: 0.3 })).toThrow(/power/);
  });
});

describe("matrixMean", () => {
  it("is the mean and its error, entry by entry", () => {
    const matrices = [0, 1, 2].map((draw) => Float64Array.from(gaussians(draw, 6)));
    const { mean, standardError } = matrixMean(matrices);
    for (let k = 0; k < 6; k++) {
      const entry = meanOf(matrices.map((matrix) => matrix[k]!));
      expect(mean[k]).toBe(entry.value);
      expect(relativeError(standardError[k]!, entry.standardError)).toBeLessThan(1e-15);
    }
    expect(matrixMean([matrices[0]!]).standardError[0]).toBe(Infinity);
  });
});
