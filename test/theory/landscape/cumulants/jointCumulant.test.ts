import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationalFromNumber, subtractRational, toNumber } from "../../../../src/symbolic/rational.js";
import { jointCumulant, jointCumulants } from "../../../../src/theory/landscape/cumulants/jointCumulant.js";
import { kStatistic } from "../../../../src/theory/landscape/cumulants/kStatistic.js";
import { setPartitions } from "../../../../src/theory/landscape/cumulants/setPartitions.js";
import { exactCumulant, randomLaw } from "./multilinear.js";

describe("partitions of a set", () => {
  it("are counted by Bell's numbers, cover the set once and differ", () => {
    for (const [size, bell] of [1, 1, 2, 5, 15, 52, 203, 877].entries()) {
      const partitions = setPartitions(size);
      expect(partitions.length).toBe(bell);
      expect(new Set(partitions.map((blocks) => JSON.stringify(blocks))).size).toBe(bell);
      const whole = Array.from({ length: size }, (_, i) => i);
      for (const blocks of partitions) {
        expect(blocks.flat().sort((a, b) => a - b)).toEqual(whole);
        expect(blocks.every((block) => block.length > 0)).toBe(true);
      }
    }
  });

  it("of more than ten elements are refused", () => {
    expect(() => setPartitions(11)).toThrow("size = 11");
    expect(() => setPartitions(1.5)).toThrow("size = 1.5");
  });
});

describe("joint cumulants", () => {
  it("agree with the exact logarithm of the generating function within their error bounds", () => {
    let worst = 0;
    for (let seed = 0; seed < 150; seed++) {
      const order = 1 + (seed % 5);
      const { values, probabilities, exact } = randomLaw(seed, 2 + (seed % 4), 3);
      const tuple = Array.from({ length: order }, (_, k) => (seed >> k) % 3);
      const { value, error } = jointCumulant(values, probabilities, tuple);
      const truth = exactCumulant(values, exact, tuple);
      const off = Math.abs(toNumber(subtractRational(rationalFromNumber(value), truth)));
      if (off > 0) worst = Math.max(worst, off / error);
      // the bound is of rounding: some hundred units of the moments at most
      expect(error).toBeLessThan(1e-9);
    }
    expect(worst).toBeLessThanOrEqual(1);
    expect(worst).toBeGreaterThan(0);
  });

  it("of one binary variable are p, p q, p q (q - p), p q (1 - 6 p q)", () => {
    const p = 0.3;
    const q = 0.7;
    const tuples = [[0], [0, 0], [0, 0, 0], [0, 0, 0, 0]];
    const found = jointCumulants([[1], [0]], [p, q], tuples).map(({ value }) => value);
    const known = [p, p * q, p * q * (q - p), p * q * (1 - 6 * p * q)];
    for (const [k, value] of known.entries()) expect(found[k]).toBeCloseTo(value, 15);
  });

  it("vanish across independent groups, add over independent sums, and are linear in each argument", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const [a, b] = [randomLaw(seed, 3, 2), randomLaw(seed + 1, 2, 2)];
        const both = a.values.flatMap((x, i) =>
          b.values.map((y, j) => ({ x, y, p: a.probabilities[i]! * b.probabilities[j]! })),
        );
        const weights = both.map(({ p }) => p);
        const joint = both.map(({ x, y }) => [...x, ...y, x[0]! + y[0]!, 2 * x[0]! - 3 * x[1]!]);
        const [cross, sum, left, right, linear, first, second] = jointCumulants(joint, weights, [
          ...[
            [0, 1, 2],
            [4, 4, 4, 4],
            [0, 0, 0, 0],
            [2, 2, 2, 2],
          ],
          ...[
            [5, 0, 1],
            [0, 0, 1],
            [1, 0, 1],
          ],
        ]);
        expect(Math.abs(cross!.value)).toBeLessThanOrEqual(cross!.error + 1e-13);
        // x + y and 2 x - 3 y are rounded themselves: 1e-15 of values up to 50, times three factors
        const close = (found: number, known: number, scale: number) =>
          expect(Math.abs(found - known)).toBeLessThan(1e-12 * (1 + scale));
        close(sum!.value, left!.value + right!.value, Math.abs(left!.value) + Math.abs(right!.value));
        close(linear!.value, 2 * first!.value - 3 * second!.value, Math.abs(first!.value) + Math.abs(second!.value));
      }),
      { numRuns: 60 },
    );
  });

  it("do not depend on values of probability zero, and are zero for one value", () => {
    const [whole] = jointCumulants(
      [
        [1, 2],
        [3, 1],
        [1e9, 7],
      ],
      [0.5, 0.5, 0],
      [[0, 1]],
    );
    const [reduced] = jointCumulants(
      [
        [1, 2],
        [3, 1],
      ],
      [0.5, 0.5],
      [[0, 1]],
    );
    expect(whole).toEqual(reduced);
    expect(jointCumulant([[5, 6]], [1], [0, 1, 1]).value).toBe(0);
    expect(jointCumulant([[5, 6]], [1], [1]).value).toBe(6);
  });

  it("refuse what is no law or no tuple, by name", () => {
    const values = [
      [1, 2],
      [3, 4],
    ];
    expect(() => jointCumulants([[1, 2], [3]], [0.5, 0.5], [[0]])).toThrow("values[1].length");
    expect(() => jointCumulants(values, [0.5, 0.4], [[0]])).toThrow("probabilities");
    expect(() => jointCumulants(values, [1.5, -0.5], [[0]])).toThrow("probabilities[1]");
    expect(() => jointCumulants(values, [1], [[0]])).toThrow("probabilities.length = 1");
    expect(() => jointCumulants(values, [0.5, 0.5], [[0], [2]])).toThrow("indices[1][0] = 2");
    expect(() => jointCumulants(values, [0.5, 0.5], [[]])).toThrow("indices[0].length = 0");
    expect(() => jointCumulants([[Number.NaN]], [1], [[0]])).toThrow("values[0]");
    expect(() => jointCumulants([], [], [[0]])).toThrow("values");
    expect(() => jointCumulants([[1e200], [-1e200]], [0.5, 0.5], [[0, 0]])).toThrow("overflow");
    expect(() => jointCumulants(values, [0.5, 0.5], [new Array(11).fill(0)])).toThrow("indices[0].length = 11");
  });
});

describe("k-statistics", () => {
  it("have the cumulant as their mean over all samples of a finite law", () => {
    const { values, probabilities } = randomLaw(5, 3, 2);
    for (const tuple of [[1], [0, 1], [0, 1, 1], [0, 0, 1, 1]]) {
      const n = Math.max(4, tuple.length);
      let mean = 0;
      for (let code = 0; code < 3 ** n; code++) {
        const draws = Array.from({ length: n }, (_, k) => Math.floor(code / 3 ** k) % 3);
        const weight = draws.reduce((product, draw) => product * probabilities[draw]!, 1);
        const samples = draws.map((draw) => values[draw]!);
        mean += weight * kStatistic(samples, tuple);
      }
      // 81 terms of order 10 or less
      expect(Math.abs(mean - jointCumulant(values, probabilities, tuple).value)).toBeLessThan(1e-11);
    }
  });

  it("need as many samples as arguments, and four arguments at most", () => {
    expect(() => kStatistic([[1], [2]], [0, 0, 0])).toThrow("samples.length = 2");
    expect(() => kStatistic([[1], [2]], [0, 0, 0, 0, 0])).toThrow("indices.length = 5");
    expect(kStatistic([[3]], [0])).toBe(3);
    expect(kStatistic([[1], [2], [6]], [0, 0])).toBeCloseTo(7, 14);
  });
});
