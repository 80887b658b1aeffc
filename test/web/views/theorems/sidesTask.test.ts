import { describe, expect, it } from "vitest";
import { theorems } from "../../../../src/theorems/index.js";
import { examine } from "../../../../src/verification/examine.js";
import { readPoint } from "../../../../src/verification/points/readPoint.js";
import type { PointPiece, PointQuestion, PointSides } from "../../../../src/web/views/theorems/sides.js";
import {
  sidesReport,
  sidesSentence,
  sidesSheet,
  toleranceText,
} from "../../../../src/web/views/theorems/sidesSheet.js";
import { sidesTask } from "../../../../src/web/views/theorems/sidesTask.js";
import { collect } from "../../support/collect.js";

async function ask(question: PointQuestion) {
  const { pieces } = await collect<PointQuestion, null, PointPiece>(sidesTask, question);
  const point = pieces.flatMap((piece) => (piece.kind === "point" ? [piece] : []));
  const sides = pieces.flatMap((piece) => (piece.kind === "sides" ? [piece.sides] : []));
  expect(point).toHaveLength(1);
  expect(structuredClone(pieces)).toEqual(pieces);
  return { values: point[0]!.values, unmet: point[0]!.unmet, sides };
}

const theorem8 = (typed: PointQuestion["typed"], number = 0) => ask({ id: "batchnorm/theorem-8", number, typed });

describe("both sides at a reader's point", () => {
  it("are the rate of a ReLU network, at the point that is typed", async () => {
    const { sides, values } = await theorem8([
      ["B", "8"],
      ["alpha", "1"],
      ["p", "1"],
      ["m", "0"],
    ]);
    expect(values.map(({ text, problem }) => [text, problem])).toEqual([
      ["8", ""],
      ["1", ""],
      ["1", ""],
      ["0", ""],
    ]);
    expect(sides).toHaveLength(1);
    // a trusted digit string of another library
    expect(sides[0]!.values[0]!.left.value).toBeCloseTo(1.78818997666, 10);
    expect(sides[0]!.values[0]!.right.value).toBeCloseTo(1.78818997666, 10);
    expect(sides[0]!.outcome).toBe("agree");
  });

  it("are what the checks find, at random points of every area", async () => {
    for (const theorem of theorems.filter((_, k) => k % 50 === 3)) {
      const question = { id: theorem.id, number: 5, typed: [] };
      const { sides, values } = await ask(question);
      const { point } = readPoint(theorem, question);
      expect(values.map(({ name }) => name)).toEqual(Object.keys(theorem.parameters));
      for (const each of sides) {
        const check = theorem.checks[each.check]!;
        if (check.kind !== "routes") throw new Error("no check of two ways");
        const found = examine(check, point);
        if (found.outcome !== "skip") expect(each.outcome, theorem.id).toBe(found.outcome);
      }
      expect(sides).toHaveLength(theorem.checks.filter(({ kind }) => kind === "routes").length);
    }
  });

  it("are not computed where a parameter cannot be read, and the parameter says so", async () => {
    const bad = ["", "eight", "1e999", "-1", "8.5", "NaN", "0x8", "<b>8</b>", "8;import('x')", "9".repeat(500)];
    for (const text of bad) {
      const { sides, values } = await theorem8([["B", text]]);
      expect(sides, text).toEqual([]);
      expect(values[0]!.problem, text).not.toBe("");
      expect(values[0]!.text).toBe(text);
      expect(values[1]!.problem).toBe("");
    }
  });

  it("have no assumption against them at usual and at random points", async () => {
    const constrained = theorems.find(({ assumptions }) => assumptions.length > 0)!;
    const points = await Promise.all(
      Array.from({ length: 3 }, (_, k) => ask({ id: constrained.id, number: k, typed: [] })),
    );
    // drawn points meet them all
    for (const { unmet } of points) expect(unmet).toEqual([]);
  });

  it("stop between two ways", async () => {
    const { pieces } = await collect<PointQuestion, null, PointPiece>(
      sidesTask,
      { id: "batchnorm/theorem-8", number: 0, typed: [] },
      1,
    );
    expect(pieces.map(({ kind }) => kind)).toEqual(["point"]);
  });
});

const sides = (over: Partial<PointSides>): PointSides => ({
  ...{ check: 0, sign: "=", outcome: "agree", says: "", worst: 0, ratio: 0.25, count: 2 },
  ...{ left: { name: "one way" }, right: { name: "another" } },
  tolerance: { unit: "rel", limit: 1e-9, why: "rounding" },
  values: [
    { left: { value: 1, error: 0 }, right: { value: 1.5, error: 0.25 }, difference: -0.5, allowed: 2 },
    { left: { value: 3, error: 0 }, right: { value: 3, error: 0 }, difference: 0, allowed: 2 },
  ],
  ...over,
});

describe("the table of both sides", () => {
  it("has every entry, or the worst one alone", () => {
    expect(sidesSheet(sides({}), true).groups[0]!.rows).toHaveLength(2);
    const [row] = sidesSheet(sides({ worst: 1 }), false).groups[0]!.rows;
    expect(row!.cells[0]).toEqual({ kind: "text", text: "2" });
    const single = sidesSheet(sides({ values: sides({}).values.slice(0, 1) }), true);
    expect(single.columns.map(({ title }) => title)).not.toContain("entry");
    expect(single.groups[0]!.rows[0]!.cells).toHaveLength(single.columns.length);
    expect(sidesSheet(sides({ values: [] }), true).groups[0]!.rows).toEqual([]);
  });

  it("says what the comparison comes to", () => {
    expect(sidesSentence(sides({}))).toBe("They are equal: the difference is 0.25 of what is allowed.");
    expect(sidesSentence(sides({ sign: "<=", ratio: -3 }))).toBe(
      "They stand in this order, by more than what is allowed.",
    );
    expect(sidesSentence(sides({ outcome: "differ" }))).toContain("refutes");
    expect(sidesSentence(sides({ outcome: "skip", says: "no batch." }))).toBe(
      "A way does not apply at this point: no batch.",
    );
    expect(sidesSentence(sides({ outcome: "close", says: "too close" }))).toBe("No verdict: too close.");
    expect(toleranceText(sides({}))).toBe("Allowed are the errors and 1e-9 of the larger side (rounding).");
  });

  it("is written as CSV and JSON with every digit", () => {
    const report = sidesReport("a/b", [{ name: "x", text: "1", problem: "" }], [sides({}), sides({ values: [] })]);
    const { header, rows } = report.csv();
    for (const row of rows) expect(row).toHaveLength(header.length);
    expect(rows).toHaveLength(3);
    expect(rows[0]![header.indexOf("right_error")]).toBe(0.25);
    expect(report.json()).toMatchObject({ id: "a/b", point: { x: "1" } });
    for (const { rows } of report.sheet().groups) {
      for (const row of rows) expect(row.cells).toHaveLength(report.sheet().columns.length);
    }
  });
});
