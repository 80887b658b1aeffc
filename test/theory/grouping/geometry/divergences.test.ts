import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bregmanDivergence } from "../../../../src/theory/grouping/geometry/bregmanDivergence.js";
import { evidenceDecomposition } from "../../../../src/theory/grouping/geometry/evidenceDecomposition.js";
import { divergenceNames, fDivergence } from "../../../../src/theory/grouping/geometry/fDivergence.js";
import { informationMonotonicity } from "../../../../src/theory/grouping/geometry/informationMonotonicity.js";
import { kernelRows, lawOfSize } from "../probability/arbitraries.js";

const positive = (n: number) => lawOfSize(n).map((parts) => parts.map((x) => (x + 1 / n) / 2));
const channels = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([m, k]) => fc.record({ p: lawOfSize(m), q: positive(m), kernel: kernelRows(m, k) }));

describe("f-divergences", () => {
  it("KL from a law with a denormal entry is finite", () => {
    // -ln 2^-1074
    expect(fDivergence("kl", [1, 0], [Number.MIN_VALUE, 1])).toBeCloseTo(1074 * Math.LN2, 10);
  });

  it("are 0 of equal laws and have their greatest values for disjoint ones", () => {
    const values = divergenceNames.map((name) => fDivergence(name, [1, 0], [0, 1]));
    expect(values).toEqual([Number.POSITIVE_INFINITY, 1, Number.POSITIVE_INFINITY, 2, 2]);
    for (const name of divergenceNames) expect(fDivergence(name, [0.3, 0.7, 0], [0.3, 0.7, 0])).toBe(0);
  });

  it("do not rise under a kernel, whose KL is kept as the mean conditional one", () => {
    fc.assert(
      fc.property(channels, ({ p, q, kernel }) => {
        const { before, after, averaged } = informationMonotonicity(p, q, kernel);
        for (const name of ["kl", "tv", "chi2", "hellinger2"] as const) {
          expect(after[name]).toBeLessThanOrEqual(before[name] + 1e-14);
        }
        expect(Math.abs(before.kl - after.kl - averaged)).toBeLessThan(1e-13);
      }),
    );
  });

  it("stay under a permutation and vanish where all points are merged", () => {
    const [p, q] = [
      [0.5, 0.3, 0.2],
      [0.2, 0.3, 0.5],
    ];
    const turned = informationMonotonicity(p, q, [
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]);
    for (const name of divergenceNames) expect(turned.after[name]).toBeCloseTo(turned.before[name], 15);
    expect(turned.averaged).toBe(0);
    const merged = informationMonotonicity(p, q, [[1], [1], [1]]);
    for (const name of divergenceNames) expect(merged.after[name]).toBe(0);
    expect(merged.averaged).toBeCloseTo(merged.before.kl, 15);
  });

  it("given one output may exceed KL, and squared distance may grow", () => {
    const one = informationMonotonicity(
      [0.98, 0.015, 0.005],
      [0.98, 0.005, 0.015],
      [
        [1, 0],
        [0, 1],
        [0, 1],
      ],
    );
    expect(one.conditional[1]).toBeGreaterThan(10 * one.before.kl);
    const two = informationMonotonicity(
      [0.5, 0.5, 0, 0],
      [0, 0, 0.5, 0.5],
      [
        [1, 0],
        [1, 0],
        [0, 1],
        [0, 1],
      ],
    );
    expect([two.before.sq, two.after.sq]).toEqual([1, 2]);
  });

  it("are infinite, and not NaN, where the second law excludes an output", () => {
    const { conditional, averaged, after } = informationMonotonicity(
      [1, 0],
      [0, 1],
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
    );
    expect([conditional, averaged, after.kl]).toEqual([
      [Number.POSITIVE_INFINITY, 0, 0],
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });
});

describe("Bregman divergences", () => {
  it("of |x|^2 are squared distances, of sum x log x KL, in both orders", () => {
    const square = bregmanDivergence(
      (x) => x.reduce((s, y) => s + y * y, 0),
      (x) => x.map((y) => 2 * y),
      [1, 2],
      [3, -1],
    );
    expect(square).toEqual({ printed: 13, reversed: 13 });
    const [p, q] = [
      [0.25, 0.75],
      [0.5, 0.5],
    ];
    const entropy = bregmanDivergence(
      (x) => x.reduce((s, y) => s + y * Math.log(y), 0),
      (x) => x.map((y) => 1 + Math.log(y)),
      p,
      q,
    );
    expect(entropy.printed).toBeCloseTo(fDivergence("kl", q, p), 14);
    expect(entropy.reversed).toBeCloseTo(fDivergence("kl", p, q), 14);
  });
});

describe("the decomposition of the log likelihood", () => {
  it("has no divergence where the estimate is the posterior, and then L is ln p(X)", () => {
    const chain = [
      [[0.3, 0.7]],
      [
        [0.5, 0.5],
        [1, 0],
      ],
    ];
    expect(evidenceDecomposition(chain, chain, -2)).toEqual({ lowerBound: -2, divergences: [0, 0], total: -2 });
  });

  it("is the textbook's for one scale: L = E ln p(x, h) + entropy", () => {
    // p(h) = (0.5, 0.5), p(x given h) = (0.2, 0.6): p(x) = 0.4, posterior (0.25, 0.75)
    const nu = [0.5, 0.5];
    const { lowerBound, divergences, total } = evidenceDecomposition([[nu]], [[[0.25, 0.75]]], Math.log(0.4));
    const direct = 0.5 * Math.log(0.1 / 0.5) + 0.5 * Math.log(0.3 / 0.5);
    expect(lowerBound).toBeCloseTo(direct, 14);
    expect(divergences[0]).toBeCloseTo(0.5 * Math.log(0.5 / 0.25) + 0.5 * Math.log(0.5 / 0.75), 14);
    expect(total).toBeCloseTo(Math.log(0.4), 14);
  });

  it("counts parents of probability 0 for nothing", () => {
    const { divergences } = evidenceDecomposition(
      [
        [[1, 0]],
        [
          [0.5, 0.5],
          [1, 0],
        ],
      ],
      [
        [[1, 0]],
        [
          [0.5, 0.5],
          [0, 1],
        ],
      ],
      0,
    );
    expect(divergences).toEqual([0, 0]);
  });
});
