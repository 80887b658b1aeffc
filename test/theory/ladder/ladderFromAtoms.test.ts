import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../../src/errors.js";
import { contentText, label } from "../../../src/theorems/ladder/ways/bruteForce.js";
import type { RegionSpec } from "../../../src/theory/ladder/build/regionSpec.js";
import { familyPairs, leafRegions, regionOf, topRegions } from "../../../src/theory/ladder/ladder.js";
import { ladderFromAtoms } from "../../../src/theory/ladder/ladderFromAtoms.js";
import { ladders } from "../../support/ladders.js";

const atoms = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const quarter = [0.25, 0.25, 0.25, 0.25];
const leaves: readonly RegionSpec[] = [
  { id: "left", pixels: [0], labels: ([x]) => x! },
  { id: "right", pixels: [1], labels: ([x]) => x! },
];
const top = (labels: RegionSpec["labels"]): RegionSpec => ({
  id: "top",
  pixels: [0, 1],
  children: ["left", "right"],
  labels,
});
const and = top((_, [a, b]) => a! & b!);

function messageOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (isTheoryError(error)) return error.message;
    throw error;
  }
  return "no error";
}

describe("a ladder from atoms", () => {
  it("has contents and events by region, children before parents whatever the order given", () => {
    const ladder = ladderFromAtoms(atoms, quarter, [and, ...leaves]);
    expect(ladder.regions.map(({ id }) => id)).toEqual(["left", "right", "top"]);
    expect(topRegions(ladder).map(({ id }) => id)).toEqual(["top"]);
    expect(leafRegions(ladder).map(({ id }) => id)).toEqual(["left", "right"]);
    expect(familyPairs(ladder).map(({ parent, child }) => [parent.id, child.id])).toEqual([
      ["top", "left"],
      ["top", "right"],
    ]);
    expect(regionOf(ladder, "left").parents).toEqual(["top"]);
    expect(regionOf(ladder, "top").contents).toEqual(atoms);
    expect(regionOf(ladder, "top").event).toEqual([0, 0, 0, 1]);
    expect(regionOf(ladder, "right").content).toEqual([0, 1, 0, 1]);
  });

  it("normalises weights within 1e-9 and leaves atoms of weight zero out, with what they alone show", () => {
    const ladder = ladderFromAtoms(atoms, [0.5, 0.5 + 5e-10, 0, 0], [...leaves, and]);
    expect(ladder.kept).toEqual([0, 1]);
    expect(ladder.given).toBe(4);
    expect(ladder.weights[0]! + ladder.weights[1]!).toBeCloseTo(1, 15);
    expect(regionOf(ladder, "left").events).toEqual([0]);
    expect(regionOf(ladder, "left").contents).toEqual([[0]]);
  });

  it("lets atoms of weight zero contradict the others", () => {
    const contradicting = top([0, 1, 0, 0]);
    const doubled = [...atoms.slice(0, 3), [0, 1]];
    expect(messageOf(() => ladderFromAtoms(doubled, [0.5, 0.25, 0.25, 0], [...leaves, contradicting]))).toBe(
      "no error",
    );
    expect(messageOf(() => ladderFromAtoms(doubled, quarter, [...leaves, contradicting]))).toMatch(/top/);
  });

  it("takes equal inputs, -0 as 0, one atom and one region", () => {
    const ladder = ladderFromAtoms([[-0], [0]], [0.5, 0.5], [{ id: "only", pixels: [0], labels: "content" }]);
    expect(regionOf(ladder, "only").contents).toEqual([[0]]);
    const one = ladderFromAtoms([[3]], [1], [{ id: "only", pixels: [0], labels: () => 7 }]);
    expect(regionOf(one, "only").events).toEqual([7]);
  });

  it("names region, labels and atoms where the label is no function of the content", () => {
    const specs = [...leaves.slice(1), { id: "left", pixels: [0], labels: [0, 4, 1, 1] }];
    const says = messageOf(() => ladderFromAtoms(atoms, quarter, [...specs, and]));
    expect(says).toMatch(/labels of left = 0 at atom 0 and 4 at atom 1/);
    expect(says).toMatch(/same content/);
  });

  it("names the labels below where the label is no function of them", () => {
    const coarse: RegionSpec = { id: "left", pixels: [0], labels: () => 5 };
    const says = messageOf(() => ladderFromAtoms(atoms, quarter, [coarse, leaves[1]!, top([0, 0, 0, 1])]));
    expect(says).toMatch(/labels of top = 0 at atom 1 and 1 at atom 3/);
    expect(says).toMatch(/left = 5, right = 1/);
    expect(
      messageOf(() => ladderFromAtoms(atoms, quarter, [coarse, leaves[1]!, top([0, 0, 0, 1])], { nesting: "content" })),
    ).toBe("no error");
  });

  it.each([
    ["weights that do not sum to 1", () => ladderFromAtoms(atoms, [0.5, 0.5, 0.5, 0], [...leaves, and]), /sum 1\.5/],
    ["a negative weight", () => ladderFromAtoms(atoms, [1.5, -0.5, 0, 0], leaves), /weights\[1\] = -0\.5/],
    ["NaN weights", () => ladderFromAtoms(atoms, [Number.NaN, 1, 0, 0], leaves), /weights\[0\] = NaN/],
    ["too few weights", () => ladderFromAtoms(atoms, [1], leaves), /1 weights/],
    ["no atoms", () => ladderFromAtoms([], [], leaves), /0 atoms/],
    ["ragged atoms", () => ladderFromAtoms([[0, 1], [0]], [0.5, 0.5], leaves), /atoms\[1\] = 1 pixels/],
    ["a NaN pixel", () => ladderFromAtoms([[Number.NaN, 0]], [1], leaves), /atoms\[0\] = NaN/],
    [
      "an empty region",
      () => ladderFromAtoms(atoms, quarter, [{ id: "void", pixels: [], labels: "content" }]),
      /pixels of void/,
    ],
    ["no region", () => ladderFromAtoms(atoms, quarter, []), /at least one region/],
    [
      "a pixel that does not exist",
      () => ladderFromAtoms(atoms, quarter, [{ id: "far", pixels: [2], labels: "content" }]),
      /far = 2/,
    ],
    [
      "a repeated pixel",
      () => ladderFromAtoms(atoms, quarter, [{ id: "far", pixels: [1, 1], labels: "content" }]),
      /differ/,
    ],
    ["a repeated name", () => ladderFromAtoms(atoms, quarter, [...leaves, leaves[0]!]), /left/],
    ["an unknown child", () => ladderFromAtoms(atoms, quarter, [and]), /children of top = left/],
    [
      "a child outside its parent",
      () =>
        ladderFromAtoms(atoms, quarter, [...leaves, { id: "p", pixels: [0], children: ["right"], labels: "content" }]),
      /pixels of its parent p/,
    ],
    [
      "a circle",
      () =>
        ladderFromAtoms(atoms, quarter, [
          { id: "a", pixels: [0], children: ["b"], labels: "content" },
          { id: "b", pixels: [0], children: ["a"], labels: "content" },
        ]),
      /a -> b -> a/,
    ],
    [
      "a label that is no integer",
      () => ladderFromAtoms(atoms, quarter, [{ id: "x", pixels: [0], labels: () => 0.5 }]),
      /integers/,
    ],
    ["too few labels", () => ladderFromAtoms(atoms, quarter, [{ id: "x", pixels: [0], labels: [1] }]), /1 labels/],
  ])("refuses %s in words", (_, make, words) => {
    expect(messageOf(make)).toMatch(words);
  });

  it("names an unknown region", () => {
    expect(messageOf(() => regionOf(ladderFromAtoms(atoms, quarter, leaves), "nowhere"))).toMatch(/left, right/);
  });
});

describe("a random ladder", () => {
  it("has labels that are functions of contents, contents of parents that fix those of children, and no empty event", () => {
    fc.assert(
      fc.property(ladders(), (ladder) => {
        for (const region of ladder.regions) {
          expect(new Set(region.event).size).toBe(region.events.length);
          expect(new Set(region.content).size).toBe(region.contents.length);
          const labels = new Map<string, number>();
          for (let atom = 0; atom < ladder.weights.length; atom++) {
            const shown = contentText(region, atom);
            const known = labels.get(shown) ?? label(region, atom);
            if (ladder.nesting !== "stochastic") expect(known).toBe(label(region, atom));
            labels.set(shown, known);
          }
        }
        for (const { parent, child } of familyPairs(ladder)) {
          expect(child.parents).toContain(parent.id);
          expect(child.pixels.every((pixel) => parent.pixels.includes(pixel))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
