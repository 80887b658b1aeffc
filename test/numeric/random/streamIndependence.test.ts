import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { type StreamKey, streamState } from "../../../src/numeric/random/streamState.js";
import { chiSquareScore, kolmogorovSmirnov, upperTail } from "./support/goodnessOfFit.js";

const limit = 4;
const normal = (x: number) => upperTail(-x);
const at = (seed: number, sample: number, draw: number): StreamKey => ({ seed, sample, draw });
const numbers = (key: StreamKey, n: number) => new GaussianStream(key).fill(new Float64Array(n));

/** Pairs of keys that a weak mixing would relate. */
const neighbours = Array.from({ length: 400 }, (_, i): [StreamKey, StreamKey][] => [
  [at(7, i, 0), at(7, i + 1, 0)],
  [at(7, 3, i), at(7, 3, i + 1)],
  [at(i, 0, 0), at(i + 1, 0, 0)],
  [at(i + 1, i, 5), at(i, i + 1, 5)],
  [at(1, i, i + 1), at(1, i + 1, i)],
  [at(i, 0, 0), at(i + 2 ** 32, 0, 0)],
  [at(2 ** 52 + i, 1, 1), at(i, 1, 1)],
  [at(9, i, 0), at(9, 2 ** 31 + i, 0)],
]).flat();

describe("the streams of different keys", () => {
  it("start in different states", () => {
    const keys = [0, 1, 2, 2 ** 32, 2 ** 53 - 1].flatMap((seed) =>
      Array.from({ length: 60 }, (_, s) => Array.from({ length: 60 }, (__, d) => at(seed, s, d))).flat(),
    );
    const words = keys.flatMap((key) => {
      const state = streamState(key);
      return [0, 2, 4, 6].map((i) => `${state[i]},${state[i + 1]}`);
    });
    // 72 000 words of 64 bits: two alike by chance once in 7e9 runs
    expect(new Set(words).size).toBe(words.length);
  });

  it("are uncorrelated for neighbouring keys", () => {
    const n = 500;
    const scores = neighbours.map(([left, right]) => {
      const [x, y] = [numbers(left, n), numbers(right, n)];
      return x.reduce((sum, value, i) => sum + value * y[i]!, 0) / Math.sqrt(n);
    });
    // N(0, 1) in the limit n to infinity; 3200 scores see a deviation of 0.03 in their distribution function, 1/n is below
    expect(kolmogorovSmirnov(Float64Array.from(scores), normal)).toBeLessThan(2.23);
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(5.5);
  });

  it("have the joint law of independent Gaussians for neighbouring keys", () => {
    const cells = 16;
    const counts = new Float64Array(cells * cells);
    const n = 500;
    for (const [left, right] of neighbours) {
      const [x, y] = [numbers(left, n), numbers(right, n)];
      for (let i = 0; i < n; i++) counts[cell(x[i]!) * cells + cell(y[i]!)]! += 1;
    }
    const expected = new Float64Array(cells * cells).fill((neighbours.length * n) / (cells * cells));
    expect(Math.abs(chiSquareScore(counts, expected, cells * cells - 1))).toBeLessThan(limit);

    function cell(value: number): number {
      return Math.min(cells - 1, Math.floor(cells * normal(value)));
    }
  });

  it("have Gaussian first, second and third numbers across keys, uncorrelated from key to key", () => {
    const keys = 60_000;
    const lists = [0, 1, 2].map(() => new Float64Array(keys));
    for (let s = 0; s < keys; s++) {
      const stream = new GaussianStream(at(5, s, 0));
      for (const list of lists) list[s] = stream.next();
    }
    for (const list of lists) {
      expect(kolmogorovSmirnov(list, normal)).toBeLessThan(2.23);
      for (const lag of [1, 2, 4, 8, 256]) {
        let sum = 0;
        for (let s = lag; s < keys; s++) sum += list[s]! * list[s - lag]!;
        expect(Math.abs(sum) / Math.sqrt(keys - lag)).toBeLessThan(limit);
      }
    }
  });

  it("are not all alike: the same key gives the same numbers, and the statistics above see it", () => {
    const [x, y] = [numbers(at(1, 2, 3), 500), numbers(at(1, 2, 3), 500)];
    expect([...x]).toEqual([...y]);
    expect(x.reduce((sum, value, i) => sum + value * y[i]!, 0) / Math.sqrt(500)).toBeGreaterThan(5.5);
  });
});
