import fc from "fast-check";
import { expect, test } from "vitest";
import { formulaLines, sentenceLines } from "../../src/render/lines.js";

const compact = (lines: readonly string[]) => lines.join("").replaceAll(" ", "");

test("a short formula is one line behind its label", () => {
  expect(formulaLines("mu = s_0 - m_00", "(1) ")).toEqual(["(1) mu = s_0 - m_00"]);
  expect(formulaLines("0")).toEqual(["0"]);
});

test("a long one breaks where it is least nested, before + and - and behind *, and goes on further in", () => {
  const sum = (name: string) => `(${Array.from({ length: 9 }, (_, i) => `${name}${i}`).join(" + ")})`;
  expect(formulaLines(`q = ${sum("a")}*${sum("b")} - ${sum("c")}/${sum("d")}`, "  ")).toEqual([
    `  q = ${sum("a")}*${sum("b")}`,
    `    - ${sum("c")}/${sum("d")}`,
  ]);
});

test("no line has more than 100 columns, and together they are the formula", () => {
  const piece = fc.constantFrom("B", "alpha", "(", ")", " + ", " - ", "*", "/", "^", ", ", " = ", "1".repeat(150));
  const label = fc.constantFrom("", "  ", "(10) ");
  const property = fc.property(fc.array(piece, { maxLength: 150 }), label, (pieces, before) => {
    const text = pieces.join("").trim();
    const lines = formulaLines(text, before);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(compact(lines)).toBe(compact([before, text]));
  });
  fc.assert(property, { seed: 1, numRuns: 500 });
});

test("sentences break at spaces", () => {
  const lines = sentenceLines("word ".repeat(40).trim(), "    ");
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line).toMatch(/^ {4}(word ?)+$/);
});

test("what would steer a terminal becomes dots", () => {
  expect(formulaLines("a\u001b[2J")).toEqual(["a·[2J"]);
});
