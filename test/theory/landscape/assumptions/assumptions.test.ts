import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { boundedness } from "../../../../src/theory/landscape/assumptions/boundedness.js";
import { diversity } from "../../../../src/theory/landscape/assumptions/diversity.js";

type Rows = readonly (readonly number[])[];

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Symmetric matrices of Gaussian entries times the deviations. */
function sampled(count: number, deviations: Rows, seed: number): Rows[] {
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const n = deviations.length;
  return range(count).map(() => {
    const draws = range(n).map((i) => range(n).map((j) => stream.next() * deviations[i]![j]!));
    return draws.map((row, i) => row.map((entry, j) => (i < j ? draws[j]![i]! : entry)));
  });
}

const ones = (n: number, value: number): Rows => range(n).map(() => range(n).map(() => value));

/** All signs of the entries on and above the diagonal, over sqrt(n): the law of an ensemble, exactly. */
const signs = (n: number): Rows[] =>
  range(2 ** ((n * (n + 1)) / 2)).map((code) =>
    range(n).map((i) =>
      range(n).map((j) => {
        const [a, b] = [Math.max(i, j), Math.min(i, j)];
        return ((code >> ((a * (a + 1)) / 2 + b)) & 1 ? 1 : -1) / Math.sqrt(n);
      }),
    ),
  );

describe("boundedness", () => {
  it("of independent signs: no mean, all moments 1, c = 1/2 at N = 2 and C between those of its forms", () => {
    const { meanNorm, moments, lower, upper, size, samples } = boundedness(signs(2));
    expect([size, samples]).toEqual([2, 8]);
    expect(meanNorm).toBeLessThan(1e-15);
    for (const moment of moments) expect(moment).toBeCloseTo(1, 12);
    // E (u.W v)^2 = u1^2 v1^2 + u2^2 v2^2 + (u1 v2 + u2 v1)^2; a grid of angles
    let [least, most] = [Infinity, 0];
    for (const a of range(240)) {
      for (const b of range(240)) {
        const [s, t] = [(Math.PI * a) / 240, (Math.PI * b) / 240];
        const form = (Math.cos(s) * Math.cos(t)) ** 2 + (Math.sin(s) * Math.sin(t)) ** 2 + Math.sin(s + t) ** 2;
        [least, most] = [Math.min(least, form), Math.max(most, form)];
      }
    }
    expect(lower[0]).toBeLessThanOrEqual(least + 1e-12);
    expect(lower[1]).toBeCloseTo(least, 3);
    expect(upper[0]).toBeCloseTo(most, 3);
    expect(upper[1]).toBeGreaterThanOrEqual(most - 1e-12);
  });

  it("finds c = 0 where a diagonal block vanishes, as in the Hessian of a piecewise linear network", () => {
    const deviations = range(4).map((i) => range(4).map((j) => (i < 2 === j < 2 ? 0 : 1)));
    const { lower } = boundedness(sampled(200, deviations, 3));
    expect(lower[1]).toBeLessThan(1e-12);
  });

  it("of a Gaussian ensemble has constants near 1: c and C tend to 1 as N grows, for E (u.W v)^2 = 1 + (u.v)^2", () => {
    const n = 4;
    const deviations = range(n).map((i) => range(n).map((j) => (i === j ? Math.SQRT2 : 1) / Math.sqrt(n)));
    const { lower, upper, meanNorm, meanNoise } = boundedness(sampled(4000, deviations, 5));
    // covariances of 4000 samples are off by 1/sqrt(4000) = 0.016, extremes of ten of them by some times that
    expect(lower[1]).toBeGreaterThan(0.85);
    expect(lower[1]).toBeLessThan(1.05);
    expect(upper[0]).toBeGreaterThan(1.95);
    expect(upper[0]).toBeLessThan(2.3);
    expect(lower[0]).toBeLessThanOrEqual(lower[1]);
    expect(upper[0]).toBeLessThanOrEqual(upper[1]);
    // the mean is noise: both norms are about 2/sqrt(4000)
    expect(meanNorm).toBeLessThan(4 * meanNoise);
    expect(meanNoise).toBeLessThan(0.1);
  });

  it("sees a mean that is not chance", () => {
    const matrices = sampled(500, ones(3, 0.1), 6).map((matrix) =>
      matrix.map((row, i) => row.map((x, j) => x + Number(i === j))),
    );
    const { meanNorm, meanNoise } = boundedness(matrices);
    expect(meanNorm).toBeGreaterThan(0.9);
    expect(meanNoise).toBeLessThan(0.1);
  });

  it("refuses what is no sample of symmetric matrices", () => {
    expect(() => boundedness([[[1]]])).toThrow("matrices");
    expect(() =>
      boundedness([
        [
          [0, 1],
          [2, 0],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ]),
    ).toThrow("matrices[0][1][0]");
    expect(() => boundedness(signs(2), { moment: 17 })).toThrow("moment = 17");
  });
});

describe("diversity", () => {
  it("of independent entries finds an entry and its mirror, and is refuted up to N = 4", () => {
    for (const n of [2, 5]) {
      const { largest, refuted, varying, resolved, required } = diversity(sampled(800, ones(n, 1), 7));
      expect(largest).toBe(2);
      expect(refuted).toBe(n <= 4);
      expect(varying).toBe(n * n);
      expect(resolved).toBeGreaterThan(required);
    }
  });

  it("of one common factor is refuted: all N^2 places couple", () => {
    const stream = new GaussianStream({ seed: 2, sample: 0, draw: 0 });
    const matrices = range(100).map(() => ones(5, stream.next()));
    const { largest, mean, refuted } = diversity(matrices);
    expect(largest).toBe(25);
    expect(mean).toBe(25);
    expect(refuted).toBe(true);
  });

  it("does not count entries that do not vary, nor chance in two samples", () => {
    const { varying, largest } = diversity(sampled(2, ones(6, 1), 8));
    expect(varying).toBe(36);
    expect(largest).toBe(2);
    expect(diversity([ones(3, 1), ones(3, 1)])).toMatchObject({ varying: 0, largest: 0, mean: 0, refuted: false });
    expect(diversity(sampled(50, ones(1, 1), 8)).refuted).toBe(false);
  });
});
