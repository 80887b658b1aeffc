import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { samplePoints } from "../../../src/symbolic/precise/samplePoints.js";
import {
  compareRational,
  equalRational,
  rational,
  rationalFromNumber,
  toNumber,
} from "../../../src/symbolic/rational.js";

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 });

describe("samplePoints", () => {
  it("gives the same points for the same arguments, others for another seed", () => {
    const domains = { B: { min: 4, max: 1e6, integer: true }, c: { min: -1, max: 1 } };
    const points = samplePoints(domains, 20, 7);
    expect(points).toEqual(samplePoints(domains, 20, 7));
    expect(points).not.toEqual(samplePoints(domains, 20, 8));
    // a longer list begins with the shorter one
    expect(samplePoints(domains, 30, 7).slice(0, 20)).toEqual(points);
    // pinned: the hash is part of what the evidence can be repeated from
    expect(points[0]).toMatchInlineSnapshot(`
      {
        "B": {
          "denominator": 1n,
          "numerator": 114n,
        },
        "c": {
          "denominator": 8n,
          "numerator": 5n,
        },
      }
    `);
  });

  it("stays in the domain, with whole numbers where asked", () => {
    const ends = fc.tuple(
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 1, max: 90 }),
    );
    fc.assert(
      fc.property(ends, seeds, fc.boolean(), ([low, length, denominator], seed, integer) => {
        const [min, max] = [rational(low, denominator), rational(low + length, denominator)];
        fc.pre(!integer || Math.ceil(low / denominator) <= Math.floor((low + length) / denominator));
        for (const { x } of samplePoints({ x: { min, max, integer } }, 12, seed)) {
          expect(compareRational(min, x!)).toBeLessThanOrEqual(0);
          expect(compareRational(x!, max)).toBeLessThanOrEqual(0);
          if (integer) expect(x!.denominator).toBe(1n);
        }
      }),
    );
  });

  it("meets both edges of every symbol with the third point, and the inside with the first", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [inside, ...edges] = samplePoints(
          { a: { min: 0, max: 1 }, b: { min: -2, max: rational(7, 3) } },
          3,
          seed,
        );
        for (const [name, min, max] of [
          ["a", rational(0), rational(1)],
          ["b", rational(-2), rational(7, 3)],
        ] as const) {
          const [first, second] = edges.map((point) => point[name]!);
          expect(equalRational(first!, second!)).toBe(false);
          for (const edge of [first!, second!]) expect(equalRational(edge, min) || equalRational(edge, max)).toBe(true);
          expect(compareRational(min, inside![name]!)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("spreads: the points differ, with small denominators, and fill short and long ranges", () => {
    const points = samplePoints(
      { c: { min: -1, max: 1 }, B: { min: 4, max: Number.POSITIVE_INFINITY, integer: true } },
      400,
      5,
    );
    const correlations = points.map(({ c }) => toNumber(c!));
    expect(new Set(correlations).size).toBeGreaterThan(100);
    expect(Math.max(...points.map(({ c }) => Number(c!.denominator)))).toBeLessThanOrEqual(64);
    for (let i = -4; i < 4; i += 1) {
      expect(correlations.filter((c) => c > i / 4 && c <= (i + 1) / 4).length, `${i}`).toBeGreaterThan(20);
    }
    const batches = points.map(({ B }) => toNumber(B!));
    expect(Math.min(...batches)).toBe(4);
    expect(Math.max(...batches)).toBe(1_000_004);
    for (const limit of [10, 100, 1000, 10_000, 100_000]) {
      expect(batches.filter((b) => b > limit / 4 && b <= limit * 4).length, `${limit}`).toBeGreaterThan(30);
    }
  });

  it("refuses empty domains and counts that are none", () => {
    expect(() => samplePoints({ x: { min: 1, max: 0 } }, 1, 0)).toThrow("domain of x is empty");
    expect(() => samplePoints({ x: { min: 0.2, max: 0.8, integer: true } }, 1, 0)).toThrow("domain of x is empty");
    expect(() => samplePoints({ x: { min: 0, max: 1 } }, 0, 0)).toThrow("whole number");
    expect(() => samplePoints({ x: { min: Number.NaN, max: 1 } }, 1, 0)).toThrow(RangeError);
    expect(samplePoints({ x: { min: 0.1, max: 0.1 } }, 2, 0)[1]).toEqual({ x: rationalFromNumber(0.1) });
  });
});
