import { describe, expect, it } from "vitest";
import { kMeans } from "../../../src/experiments/images/kMeans.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";

const blobs = (centres: readonly (readonly number[])[], each: number) => {
  const stream = new GaussianStream({ seed: 1, sample: 0, draw: 0 });
  return Float32Array.from(
    Array.from({ length: centres.length * each }, (_, k) =>
      centres[k % centres.length]!.map((x) => x + stream.next()),
    ).flat(),
  );
};

describe("k-means", () => {
  it("finds clusters that are far apart, whatever the seed", () => {
    const rows = blobs(
      [
        [0, 0],
        [50, 0],
        [0, 50],
      ],
      20,
    );
    for (let seed = 0; seed < 20; seed++) {
      const found = kMeans(rows, 2, 3, seed);
      expect(new Set(found.slice(0, 3)).size).toBe(3);
      expect(found.every((cluster, k) => cluster === found[k % 3])).toBe(true);
    }
  });

  it("ends where each row is nearest to the mean of its own cluster", () => {
    const rows = blobs(
      [
        [0, 0, 0],
        [2, 1, 0],
      ],
      40,
    );
    const found = kMeans(rows, 3, 4, 7);
    const row = (k: number) => [...rows.subarray(3 * k, 3 * k + 3)];
    const means = [0, 1, 2, 3].map((cluster) => {
      const members = [...found.keys()].filter((k) => found[k] === cluster).map(row);
      return [0, 1, 2].map((i) => members.reduce((sum, member) => sum + member[i]!, 0) / members.length);
    });
    const distance = (k: number, c: number) => row(k).reduce((sum, x, i) => sum + (x - means[c]![i]!) ** 2, 0);
    for (const [k, own] of found.entries()) {
      for (let c = 0; c < 4; c++) expect(distance(k, own)).toBeLessThanOrEqual(distance(k, c) + 1e-6);
    }
  });

  it("is a function of its seed, takes equal rows, and refuses fewer rows than clusters", () => {
    const rows = blobs([[0, 0]], 30);
    expect(kMeans(rows, 2, 5, 3)).toEqual(kMeans(rows, 2, 5, 3));
    expect(kMeans(new Float32Array(8), 2, 3, 0)).toEqual(new Uint8Array(4));
    expect(() => kMeans(new Float32Array(4), 2, 3, 0)).toThrow(/at least 3/);
  });
});
