import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { deformed } from "../../../src/simulation/ensembles/deformed.js";
import { binsBetween, eigenvalueHistogram } from "../../../src/simulation/ensembles/eigenvalueHistogram.js";
import { drawEntry, entryLaws } from "../../../src/simulation/ensembles/entryLaw.js";
import { centredWishart, chiral, wishart } from "../../../src/simulation/ensembles/gram.js";
import { kroneckerSum } from "../../../src/simulation/ensembles/kroneckerSum.js";
import { separable } from "../../../src/simulation/ensembles/separable.js";
import { spectrumOf } from "../../../src/simulation/ensembles/spectrumOf.js";
import type { SymmetricMatrix } from "../../../src/simulation/ensembles/symmetricMatrix.js";
import { varianceProfile } from "../../../src/simulation/ensembles/varianceProfile.js";
import { goe, wigner } from "../../../src/simulation/ensembles/wigner.js";
import { meanOf } from "../../../src/simulation/statistics/mean.js";

const stream = (seed: number) => new GaussianStream({ seed, sample: 0, draw: 0 });

/** Mean of products of entries (i, j) and (k, l) over 4000 samples, in its standard errors from what is expected. */
function covarianceGap(
  sample: (from: GaussianStream) => SymmetricMatrix,
  [i, j, k, l]: readonly number[],
  expected: number,
): number {
  const from = stream(9);
  const products = Array.from({ length: 4000 }, () => {
    const { entries, size } = sample(from);
    return entries[i! * size + j!]! * entries[k! * size + l!]!;
  });
  const { value, standardError } = meanOf(products);
  return Math.abs(value - expected) / Math.max(standardError, 1e-15);
}

describe("laws of entries", () => {
  it.each(entryLaws)("%s has mean 0 and variance 1", (law) => {
    const from = stream(3);
    const draws = Array.from({ length: 20_000 }, () => drawEntry(law, from));
    const first = meanOf(draws);
    const second = meanOf(draws.map((x) => x * x));
    expect(Math.abs(first.value)).toBeLessThan(4.5 * first.standardError);
    // a sign has no spread of its square
    expect(Math.abs(second.value - 1)).toBeLessThan(4.5 * second.standardError + 1e-12);
  });

  it("exponential is skewed by 2", () => {
    const from = stream(4);
    const { value, standardError } = meanOf(Array.from({ length: 40_000 }, () => drawEntry("exponential", from) ** 3));
    expect(Math.abs(value - 2)).toBeLessThan(4.5 * standardError);
  });
});

describe("sampled matrices", () => {
  const rows = [
    [1, 0.5],
    [0.5, -1],
  ];
  const makers: readonly (readonly [string, (from: GaussianStream) => SymmetricMatrix])[] = [
    ["goe", (from) => goe(7, from)],
    ["wigner", (from) => wigner(7, "sparse", from)],
    [
      "varianceProfile",
      (from) =>
        varianceProfile(
          [2, 5],
          [
            [1, 0.2],
            [0.2, 0.5],
          ],
          from,
        ),
    ],
    ["separable", (from) => separable([1, 2, 0, 3], from)],
    [
      "kroneckerSum",
      (from) =>
        kroneckerSum(
          rows,
          [
            rows,
            [
              [0, 1],
              [1, 0.3],
            ],
          ],
          4,
          from,
        ),
    ],
    ["wishart", (from) => wishart(5, 3, from)],
    ["centredWishart", (from) => centredWishart(3, 5, from, { law: "rademacher" })],
    ["chiral", (from) => chiral(3, 5, from)],
    ["deformed", (from) => deformed([1, -1, 2], from)],
  ];

  it.each(makers)("%s is symmetric, and a pure function of the stream", (_, sample) => {
    const { entries, size } = sample(stream(5));
    for (let i = 0; i < size; i++)
      for (let j = 0; j < i; j++) expect(entries[i * size + j]).toBe(entries[j * size + i]);
    expect(sample(stream(5)).entries).toEqual(entries);
    expect(sample(stream(6)).entries).not.toEqual(entries);
  });

  it("have the variances that they are named for", () => {
    const within = (gap: number) => expect(gap).toBeLessThan(4.5);
    within(covarianceGap((from) => goe(3, from), [0, 1, 1, 0], 1 / 3));
    within(covarianceGap((from) => goe(3, from), [1, 1, 1, 1], 2 / 3));
    within(covarianceGap((from) => goe(3, from), [0, 1, 0, 2], 0));
    const profile = [
      [1, 0.2],
      [0.2, 0.5],
    ];
    within(covarianceGap((from) => varianceProfile([1, 2], profile, from), [0, 1, 0, 1], 0.2 / 3));
    within(covarianceGap((from) => varianceProfile([1, 2], profile, from), [2, 2, 2, 2], 1 / 3));
    within(covarianceGap((from) => separable([1, 2, 3], from), [1, 2, 1, 2], 2));
    // two blocks share X: (0,0) block 1, (0,1) block 1/2
    within(
      covarianceGap(
        (from) =>
          kroneckerSum(
            [
              [0, 0],
              [0, 0],
            ],
            [rows],
            3,
            from,
          ),
        [0, 1, 0, 4],
        0.5 / 3,
      ),
    );
    within(covarianceGap((from) => centredWishart(2, 4, from), [0, 1, 0, 1], 1 / 4));
    within(covarianceGap((from) => centredWishart(2, 4, from), [0, 0, 0, 0], 2 / 4));
    within(covarianceGap((from) => chiral(1, 4, from), [0, 2, 0, 2], 1 / 4));
  });

  it("chiral ones have the squares of their eigenvalues in common with Wishart's, and zeros", () => {
    const [p, n] = [3, 5];
    const block = Array.from(spectrumOf(chiral(p, n, stream(8))));
    const squares = Array.from(spectrumOf(wishart(p, n, stream(8))));
    expect(block.filter((value) => Math.abs(value) < 1e-12).length).toBe(n - p);
    for (const [k, value] of block.slice(n).entries()) expect(value ** 2).toBeCloseTo(squares[k]!, 12);
    for (const [k, value] of block.entries()) expect(value).toBeCloseTo(-block.at(-1 - k)!, 12);
  });

  it("deformed ones without a random part keep the mean, and the trace of others is that of A and X", () => {
    const { entries } = deformed([1, -1, 2], stream(5));
    const { entries: own } = goe(3, stream(5));
    expect(entries[0]! - own[0]!).toBeCloseTo(1, 14);
    expect(entries[8]! - own[8]!).toBeCloseTo(2, 14);
    expect(entries[1]).toBe(own[1]);
  });

  it("refuse bad sizes and parameters by name", () => {
    expect(() => goe(0, stream(1))).toThrow("size = 0");
    expect(() =>
      varianceProfile(
        [2, 2],
        [
          [1, 2],
          [3, 1],
        ],
        stream(1),
      ),
    ).toThrow("profile[0][1] = 2");
    expect(() => varianceProfile([2], [[-1]], stream(1))).toThrow("profile[0][0] = -1");
    expect(() => separable([1, -2], stream(1))).toThrow("covariance[1] = -2");
    expect(() =>
      kroneckerSum(
        [[0]],
        [
          [
            [0, 1],
            [1, 0],
          ],
        ],
        2,
        stream(1),
      ),
    ).toThrow("coefficients[0].length");
    expect(() =>
      kroneckerSum(
        [
          [0, 1],
          [2, 0],
        ],
        [],
        2,
        stream(1),
      ),
    ).toThrow("mean[1][0] = 2");
    expect(() => wishart(3, 0.5, stream(1))).toThrow("n = 0.5");
    expect(() => wigner(3, "cauchy" as "sparse", stream(1))).toThrow('law = "cauchy"');
    expect(() => deformed([Number.NaN], stream(1))).toThrow("eigenvalues[0]");
  });
});

describe("histograms of eigenvalues", () => {
  it("count each eigenvalue once, and what lies outside", () => {
    const { shares, standardErrors, outside, samples } = eigenvalueHistogram(
      [
        [0, 1, 2, 5],
        [0.5, 1, 1, 3],
      ],
      [0, 1, 2, 3],
    );
    expect(shares).toEqual([0.25, 0.375, 0.125]);
    expect(standardErrors).toEqual([0, 0.125, 0.125]);
    expect(outside).toBe(0.25);
    expect(samples).toBe(2);
    expect(binsBetween(0, 3, 3)).toEqual([0, 1, 2, 3]);
  });

  it("refuse edges that do not ascend, and nothing to count", () => {
    expect(() => eigenvalueHistogram([[1]], [0, 0])).toThrow("edges = 0");
    expect(() => eigenvalueHistogram([], [0, 1])).toThrow("spectra");
    expect(() => eigenvalueHistogram([[]], [0, 1])).toThrow("spectra[0]");
  });
});
