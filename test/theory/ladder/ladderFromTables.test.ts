import { describe, expect, it } from "vitest";
import { byContent, byEvent, conditionalTable, priorsOf, tableBetween } from "../../../src/theory/ladder/groupBy.js";
import { regionOf } from "../../../src/theory/ladder/ladder.js";
import { type LabelTable, ladderFromTables } from "../../../src/theory/ladder/ladderFromTables.js";
import { focusViolation } from "../../../src/theory/ladder/reformulation/knowledge.js";

const identity = [
  [1, 0],
  [0, 1],
];
const top: LabelTable = { id: "top", parents: [], table: [[0.25, 0.75]] };
const left: LabelTable = {
  id: "left",
  parents: ["top"],
  table: [
    [0.5, 0.5],
    [0.125, 0.875],
  ],
  contents: [
    [0.75, 0.25, 0],
    [0, 0.5, 0.5],
  ],
};
const right: LabelTable = {
  id: "right",
  parents: ["top"],
  table: [
    [1, 0],
    [0, 1],
  ],
  contents: identity,
};

describe("a ladder from tables", () => {
  it("has the tables that it was made of", () => {
    const ladder = ladderFromTables([top, left, right]);
    const [one, below, other] = ["top", "left", "right"].map((id) => regionOf(ladder, id));
    expect(priorsOf(ladder, one!)).toEqual([0.25, 0.75]);
    expect(conditionalTable(ladder, one!, below!)).toEqual(left.table);
    expect(conditionalTable(ladder, one!, other!)).toEqual(right.table);
    expect(tableBetween(ladder, byEvent(below!), byContent(below!))).toEqual(left.contents);
    expect(ladder.regions.map(({ id, pixels }) => [id, pixels])).toEqual([
      ["left", [0]],
      ["right", [1]],
      ["top", [0, 1]],
    ]);
    expect(ladder.nesting).toBe("stochastic");
    // x_beta depends on z_beta only
    expect(focusViolation(ladder, one!, below!).largest).toBeLessThan(1e-15);
  });

  it("shares a child between parents: a row for each combination of their labels", () => {
    const both: LabelTable = {
      id: "both",
      parents: ["a", "b"],
      table: [
        [1, 0],
        [0.5, 0.5],
        [0.25, 0.75],
        [0, 1],
      ],
      contents: identity,
    };
    const parents: readonly LabelTable[] = ["a", "b"].map((id) => ({
      id,
      parents: ["top"],
      table: [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    }));
    const ladder = ladderFromTables([top, ...parents, both]);
    const child = regionOf(ladder, "both");
    expect(child.parents).toEqual(["a", "b"]);
    expect(conditionalTable(ladder, regionOf(ladder, "a"), child)).toEqual([
      [0.75, 0.25],
      [0.125, 0.875],
    ]);
    expect(conditionalTable(ladder, regionOf(ladder, "b"), child)).toEqual([
      [0.625, 0.375],
      [0.25, 0.75],
    ]);
  });

  it("is nested where the tables are deterministic upwards, and says so where they are not", () => {
    const ladder = ladderFromTables([top, { ...left, table: identity, contents: identity }], { nesting: "nested" });
    expect(ladder.nesting).toBe("nested");
    expect(() => ladderFromTables([top, left], { nesting: "nested" })).toThrow(/labels of left/);
  });

  it("is one region without parents", () => {
    const ladder = ladderFromTables([{ id: "x", parents: [], table: [[1]], contents: [[0, 1]] }]);
    expect(regionOf(ladder, "x").contents).toEqual([[1]]);
  });

  it.each([
    ["no tables", [], /at least one region/],
    ["rows that do not sum to 1", [{ ...top, table: [[0.5, 0.6]] }, left], /table of top\[0\] = a list with sum 1\.1/],
    ["a negative probability", [{ ...top, table: [[1.5, -0.5]] }, left], /table of top\[0\]\[1\] = -0\.5/],
    ["a parent that is not listed before", [left, top], /parents of left = top/],
    ["too few rows", [top, { ...left, table: [[0.5, 0.5]] }], /table of left\.length = 1/],
    ["a repeated name", [top, left, left], /tables = left/],
    [
      "a leaf without contents",
      [top, { id: "left", parents: ["top"], table: identity }],
      /contents of left = no contents/,
    ],
    ["contents of a region with children", [{ ...top, contents: [[1], [1]] }, left], /contents of top = contents/],
    ["contents of another size", [top, { ...left, contents: [[1]] }], /contents of left\.length = 1/],
    ["NaN", [{ ...top, table: [[Number.NaN, 1]] }, left], /NaN/],
  ] as const)("is refused with %s", (_, tables, words) => {
    expect(() => ladderFromTables(tables as readonly LabelTable[])).toThrow(words);
  });

  it("is refused with more than 200000 atoms", () => {
    const leaves = Array.from(
      { length: 18 },
      (_, at): LabelTable => ({
        ...right,
        id: `${at}`,
        table: [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      }),
    );
    expect(() => ladderFromTables([top, ...leaves])).toThrow(/at most 200000/);
  });
});
