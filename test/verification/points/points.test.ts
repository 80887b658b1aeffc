import { describe, expect, it } from "vitest";
import { parseStatement } from "../../../src/symbolic/formula/parse.js";
import { theorems } from "../../../src/theorems/index.js";
import { areMet } from "../../../src/verification/assumptions.js";
import { parseValue } from "../../../src/verification/domains/parse.js";
import { validatePoint } from "../../../src/verification/domains/validate.js";
import { writeValue } from "../../../src/verification/domains/writeValue.js";
import { examine } from "../../../src/verification/examine.js";
import type { Point } from "../../../src/verification/point.js";
import { drawnPoint } from "../../../src/verification/points/drawnPoint.js";
import { readPoint } from "../../../src/verification/points/readPoint.js";
import { usualPoint } from "../../../src/verification/points/usualPoint.js";
import { printPoint } from "../../../src/verification/print.js";
import { product, square, toy } from "../toys.js";

const textsOf = (point: Point) => Object.entries(point).map(([name, value]) => [name, writeValue(value)] as const);

const sized = toy(
  {
    n: { set: "integer", min: 1, max: 6, doc: "size" },
    A: { set: "matrix", rows: "n", columns: 2, min: -1, max: 1, doc: "a matrix" },
  },
  [{ ...product((x) => x), left: { name: "0", evaluate: () => 0 }, right: { name: "0", evaluate: () => 0 } }],
);

describe("points for readers", () => {
  it.each(theorems.map((theorem) => [theorem.id, theorem] as const))(
    "%s has a usual point, small as text",
    (_, theorem) => {
      const point = usualPoint(theorem);
      expect(point).not.toBeNull();
      validatePoint(theorem.parameters, point!);
      expect(areMet(theorem.parameters, theorem.assumptions, point!)).toBe(true);
      expect(Object.keys(point!)).toEqual(Object.keys(theorem.parameters));
      const texts = textsOf(point!);
      // what an address and its fields can hold
      for (const [, text] of texts) expect(text.length).toBeLessThanOrEqual(2000);
      for (const [name, text] of texts) {
        expect(writeValue(parseValue(name, theorem.parameters[name]!, text)), name).toBe(text);
      }
      // typed by hand it is the same point
      const typed = readPoint(theorem, { number: 0, typed: texts });
      expect(typed.problems).toEqual([]);
      expect(textsOf(typed.point)).toEqual(texts);
    },
  );

  it("nearly all usual points have values on both sides", () => {
    const cheap = theorems.filter((_, k) => k % 9 === 0);
    const skipped = cheap.filter((theorem) =>
      theorem.checks.some(
        (check) => check.kind === "routes" && examine(check, usualPoint(theorem)!).outcome === "skip",
      ),
    );
    // seeds whose random object a theorem says nothing about
    expect(skipped.length).toBeLessThanOrEqual(2);
  });

  it("a random point is a function of the theorem and its number, and admissible", () => {
    for (const theorem of theorems.filter((_, k) => k % 40 === 0)) {
      const [first, again, other] = [3, 3, 4].map((number) => drawnPoint(theorem, number)!);
      expect(printPoint(again!)).toEqual(printPoint(first!));
      validatePoint(theorem.parameters, other!);
      expect(areMet(theorem.parameters, theorem.assumptions, other!)).toBe(true);
    }
    const points = Array.from({ length: 12 }, (_, k) => JSON.stringify(printPoint(drawnPoint(sized, k + 1)!)));
    expect(new Set(points).size).toBeGreaterThan(6);
  });

  it("has none where the assumptions exclude all points of the domains", () => {
    const empty = toy(square, [product((x) => x * x - 1)], { assumptions: [parseStatement("x > 200")] });
    expect(drawnPoint(empty, 1)).toBeNull();
    expect(usualPoint(empty)).toBeNull();
    expect(readPoint(empty, { number: 0, typed: [] }).unmet).toHaveLength(1);
  });

  it("a typed size draws matrices of that size, the same ones each time", () => {
    const at = (n: string) => readPoint(sized, { number: 2, typed: [["n", n]] }).point;
    for (const n of ["1", "4", "6"]) {
      expect((at(n).A as readonly unknown[]).length).toBe(Number(n));
      expect(at(n)).toEqual(at(n));
    }
    const plain = readPoint(sized, { number: 2, typed: [] }).point;
    expect(plain).toEqual(drawnPoint(sized, 2));
  });

  it("says what is wrong with typed text, and keeps the rest", () => {
    const { point, problems } = readPoint(sized, { number: 0, typed: [["n", "seven"]] });
    expect(point).toEqual({});
    expect(problems.map(({ name, error }) => [name, error.message])).toEqual([
      ["n", "n = seven is outside its domain: an integer from 1 to 6. Write numbers as 8 or 1e-3."],
    ]);
    const wrong = readPoint(sized, {
      number: 0,
      typed: [
        ["n", "2"],
        ["A", "1,2"],
      ],
    });
    expect(wrong.point).toEqual({ n: 2 });
    expect(wrong.problems[0]!.error.message).toContain("a matrix of n x 2 numbers from -1 to 1");
  });

  it("takes nothing that is no parameter, whatever its name", () => {
    for (const name of ["__proto__", "constructor", "toString", "id"]) {
      const { point, problems } = readPoint(sized, { number: 0, typed: [[name, "1"]] });
      expect(Object.keys(point)).toEqual(["n", "A"]);
      expect(problems).toEqual([]);
    }
  });

  it("names the assumption that a point does not meet", () => {
    const positive = toy(square, [product((x) => x * x - 1)], { assumptions: [parseStatement("x > 0")] });
    expect(readPoint(positive, { number: 0, typed: [["x", "2"]] }).unmet).toEqual([]);
    expect(readPoint(positive, { number: 0, typed: [["x", "-2"]] }).unmet).toEqual(positive.assumptions);
  });
});
