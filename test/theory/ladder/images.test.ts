import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionalTable } from "../../../src/theory/ladder/groupBy.js";
import { kMeans } from "../../../src/theory/ladder/images/kMeans.js";
import { ladderFromImages } from "../../../src/theory/ladder/images/ladderFromImages.js";
import { familyPairs, regionOf } from "../../../src/theory/ladder/ladder.js";
import { Chance } from "../../../src/theory/ladder/random/chance.js";
import { broadnessViolation } from "../../../src/theory/ladder/reformulation/knowledge.js";

const squared = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + (x - b[i]!) ** 2, 0);

/** Bars: class 0 has a bright row, class 1 a bright column, at a random place, with noise. */
function bars(count: number, seed: number) {
  const chance = new Chance(seed);
  const labels = Array.from({ length: count }, (_, at) => at % 2);
  const images = labels.map((label) => {
    const place = chance.integer(0, 3);
    return Array.from({ length: 4 }, (_, row) =>
      Array.from(
        { length: 4 },
        (_, column) => ((label === 0 ? row : column) === place ? 0.8 : 0.1) + 0.1 * chance.uniform(),
      ),
    );
  });
  return { images, labels };
}

describe("k-means", () => {
  const points = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), {
    minLength: 1,
    maxLength: 30,
  });

  it("ends where each point is nearest to its own centre and each centre is the mean of its points", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 6 }), fc.nat(), (list, count, seed) => {
        const { centres, cluster, inertia, converged } = kMeans(list, count, { seed });
        expect(converged).toBe(true);
        expect(centres.length).toBeLessThanOrEqual(Math.min(count, new Set(list.map(String)).size));
        let total = 0;
        for (const [at, point] of list.entries()) {
          const own = squared(point, centres[cluster[at]!]!);
          total += own;
          for (const centre of centres) expect(own).toBeLessThanOrEqual(squared(point, centre) + 1e-12);
        }
        expect(inertia).toBeCloseTo(total, 10);
        for (const [at, centre] of centres.entries()) {
          const members = list.filter((_, i) => cluster[i] === at);
          if (members.length === 0) continue;
          for (const [i, value] of centre.entries()) {
            expect(value).toBeCloseTo(members.reduce((sum, point) => sum + point[i]!, 0) / members.length, 12);
          }
        }
        for (const [i, one] of list.entries())
          for (const [j, other] of list.entries())
            if (String(one) === String(other)) expect(cluster[i]).toBe(cluster[j]);
      }),
      { numRuns: 60 },
    );
  });

  it("finds groups that are far apart, and is the same for the same seed", () => {
    const list = [0, 0.1, 10, 10.1, 20, 20.1].map((x) => [x]);
    const found = kMeans(list, 3, { seed: 4 });
    expect(new Set([0, 2, 4].map((at) => found.cluster[at])).size).toBe(3);
    for (const at of [0, 2, 4]) expect(found.cluster[at]).toBe(found.cluster[at + 1]);
    expect(kMeans(list, 3, { seed: 4 })).toEqual(found);
  });

  it("says where the step limit came first", () => {
    const list = Array.from({ length: 50 }, (_, at) => [Math.sin(at), Math.cos(2 * at)]);
    expect(kMeans(list, 6, { seed: 1, steps: 1 }).converged).toBe(false);
  });

  it.each([
    ["no points", () => kMeans([], 2, { seed: 1 })],
    ["ragged points", () => kMeans([[1], [1, 2]], 2, { seed: 1 })],
    ["NaN", () => kMeans([[Number.NaN]], 2, { seed: 1 })],
    ["no clusters", () => kMeans([[1]], 0, { seed: 1 })],
  ])("refuses %s", (_, make) => {
    expect(make).toThrow(/outside its domain/);
  });
});

describe("a ladder from images", () => {
  const levels = [
    { side: 2, stride: 1, clusters: 4 },
    { side: 3, stride: 1, clusters: 4 },
  ];

  it("has overlapping patches on two levels below the image, with labels of contents", () => {
    const { images, labels } = bars(40, 1);
    const ladder = ladderFromImages(images, labels, { levels, seed: 1, greys: 3 });
    expect(ladder.regions.length).toBe(9 + 4 + 1);
    expect(regionOf(ladder, "1:1,1").parents).toEqual(["2:0,0", "2:0,1", "2:1,0", "2:1,1"]);
    expect(regionOf(ladder, "image").children).toEqual(["2:0,0", "2:0,1", "2:1,0", "2:1,1"]);
    expect(regionOf(ladder, "image").event).toEqual(labels);
    for (const { parent, child } of familyPairs(ladder)) {
      for (const row of conditionalTable(ladder, parent, child))
        expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      // labels are functions of contents: broadness fails by 1 - P
      const table = conditionalTable(ladder, parent, child);
      const { events } = broadnessViolation(ladder, parent, child);
      for (const { alpha, beta, distance } of events) {
        expect(distance).toBeCloseTo(1 - table[parent.events.indexOf(alpha)]![child.events.indexOf(beta)]!, 12);
      }
    }
  });

  it("keeps real pixels without greys, and rounds them with", () => {
    const { images, labels } = bars(10, 2);
    expect(regionOf(ladderFromImages(images, labels, { levels, seed: 1 }), "image").contents.length).toBe(10);
    const rounded = ladderFromImages(images, labels, { levels, seed: 1, greys: 2 });
    expect(new Set(regionOf(rounded, "image").contents.flat())).toEqual(new Set([0, 1]));
  });

  it("allows equal images of different classes where it is told so", () => {
    const equal = [[[0]], [[0]]];
    const patch = [{ side: 1, stride: 1, clusters: 2 }];
    const ladder = ladderFromImages(equal, [0, 1], { levels: patch, seed: 1, nesting: "stochastic" });
    expect(regionOf(ladder, "image").events).toEqual([0, 1]);
    expect(regionOf(ladder, "image").contents).toEqual([[0]]);
  });

  it("covers a patch of one pixel, and images that one patch covers", () => {
    const ladder = ladderFromImages([[[0]], [[1]]], [0, 1], { levels: [{ side: 1, stride: 1, clusters: 2 }], seed: 1 });
    expect(ladder.regions.map(({ id }) => id)).toEqual(["1:0,0", "image"]);
  });

  const one = { levels: levels.slice(0, 1), seed: 1 };
  it.each([
    [
      "equal images of different classes",
      [
        [
          [0, 0],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 0],
        ],
      ],
      [0, 1],
      one,
      /labels of image = 0 at atom 0 and 1 at atom 1/,
    ],
    [
      "images of two sizes",
      [
        [
          [0, 0],
          [0, 0],
        ],
        [[0]],
      ],
      [0, 1],
      one,
      /images\[1\]/,
    ],
    ["no images", [], [], one, /images/],
    [
      "pixels above 1",
      [
        [
          [0, 255],
          [0, 0],
        ],
      ],
      [0],
      one,
      /Divide by 255/,
    ],
    [
      "a missing label",
      [
        [
          [0, 0],
          [0, 0],
        ],
      ],
      [],
      one,
      /0 labels/,
    ],
    [
      "no levels",
      [
        [
          [0, 0],
          [0, 0],
        ],
      ],
      [0],
      { ...one, levels: [] },
      /levels/,
    ],
    ["patches that are too large", [[[0]]], [0], one, /levels\[0\]\.side = 2/],
    [
      "patches that cover nothing below",
      [
        [
          [0, 0],
          [0, 0],
        ],
      ],
      [0],
      {
        ...one,
        levels: [
          { side: 2, stride: 1, clusters: 1 },
          { side: 1, stride: 1, clusters: 1 },
        ],
      },
      /patch 2:0,0/,
    ],
  ] as const)("refuses %s", (_, images, labels, options, words) => {
    expect(() => ladderFromImages(images, labels, options)).toThrow(words);
  });
});
