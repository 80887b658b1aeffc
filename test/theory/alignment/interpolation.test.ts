import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchCriticality } from "../../../src/theory/alignment/interpolation/batchCriticality.js";
import {
  batchesOf,
  incidenceMatrix,
  incidenceRank,
} from "../../../src/theory/alignment/interpolation/incidenceMatrix.js";
import { errorOf } from "../../support/theoryError.js";

const entry = fc.integer({ min: -4, max: 4 });
const sample = fc.record({ f: fc.tuple(entry, entry), g: fc.tuple(entry, entry) });

describe("batches", () => {
  it("are all subsets of their size, each once", () => {
    expect(batchesOf(4, 2)).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(batchesOf(3, 3)).toEqual([[0, 1, 2]]);
    expect(incidenceMatrix(3, 2)).toEqual([
      [1, 1, 0],
      [1, 0, 1],
      [0, 1, 1],
    ]);
  });

  it("see every sample iff they are smaller than the data set", () => {
    for (let N = 1; N <= 8; N++) for (let B = 1; B <= N; B++) expect(incidenceRank(N, B)).toBe(B < N ? N : 1);
  });

  it("are refused where there are none, or too many", () => {
    expect(errorOf(() => batchesOf(3, 4)).message).toMatch(/batch = 4/);
    expect(errorOf(() => batchesOf(3, 0)).message).toMatch(/batch = 0/);
    expect(errorOf(() => batchesOf(30, 15)).message).toMatch(/155117520/);
  });
});

describe("vanishing batches", () => {
  it("say that every sample vanishes for B < N, with a bound that holds", () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 6 }), fc.nat(), (samples, at) => {
        const batch = 1 + (at % (samples.length - 1));
        const { bound, sampleNorm, batchNorm, concludes, isCritical } = batchCriticality(samples, batch);
        expect(concludes).toBe(true);
        expect(sampleNorm).toBeLessThanOrEqual(bound * (1 + 1e-12));
        const dead = samples.every(({ f, g }) => Math.hypot(...f) * Math.hypot(...g) === 0);
        expect(isCritical).toBe(dead);
        expect(batchNorm === 0).toBe(dead);
      }),
    );
  });

  it("attain their bound for single samples", () => {
    const { bound, sampleNorm } = batchCriticality(
      [
        { f: [1], g: [3] },
        { f: [1], g: [-3] },
      ],
      1,
    );
    expect(bound).toBe(3);
    expect(sampleNorm).toBe(3);
  });

  it("leave no sample as neither, up to the largest update that they allow", () => {
    // 3 - 1, 3 - 1 and -1 - 1: batches of size 2 with a sample of (2 - 1/2) 2
    const samples = [3, -1, -1].map((product) => ({ f: [4], g: [product / 4] }));
    expect(batchCriticality(samples, 2, { tolerance: 2 })).toMatchObject({
      ...{ batchNorm: 2, sampleNorm: 3, bound: 3, isCritical: true, samples: ["g = 0", "g = 0", "g = 0"] },
    });
  });

  it("say nothing about single samples for B = N", () => {
    const found = batchCriticality(
      [
        { f: [1, 2], g: [1] },
        { f: [-1, -2], g: [1] },
      ],
      2,
    );
    expect(found).toMatchObject({
      isCritical: true,
      concludes: false,
      bound: Infinity,
      samples: ["neither", "neither"],
    });
    expect(found.says).toMatch(/says nothing/);
  });

  it("name which factor of each sample is zero", () => {
    const samples = [
      { f: [1, 2], g: [0] },
      { f: [0, 0], g: [5] },
      { f: [1, 1], g: [0] },
    ];
    expect(batchCriticality(samples, 2)).toMatchObject({ isCritical: true, samples: ["g = 0", "f = 0", "g = 0"] });
  });

  it("need samples of one size", () => {
    expect(errorOf(() => batchCriticality([], 1)).message).toMatch(/at least one sample/);
    expect(
      errorOf(() =>
        batchCriticality(
          [
            { f: [1], g: [1] },
            { f: [1, 2], g: [1] },
          ],
          1,
        ),
      ).message,
    ).toMatch(/samples\[1\].f/);
  });
});
