import { expect, test } from "vitest";
import { type Column, code, error, number, type Sheet, text, value } from "../../src/render/sheet.js";
import { renderTable } from "../../src/render/table.js";
import { wrap } from "../../src/render/wrap.js";

const estimate = (x: number, uncertainty: number) => ({
  value: x,
  error: uncertainty,
  method: "m",
  evals: 0,
  converged: true,
});

const columns: readonly Column[] = [
  { title: "activation", tex: "", align: "left", shrinks: true },
  { title: "batch", tex: "", align: "right" },
  { title: "the\nrate", tex: "", align: "decimal" },
  { title: "± error", tex: "", align: "right" },
  { title: "method", tex: "", align: "left", hoists: true },
  { title: "extra", tex: "", align: "left", drops: true },
];

function sheet(names: readonly string[], notes: readonly string[] = []): Sheet {
  const rows = names.map((name, i) => {
    const rate = estimate(10 ** i * 1.236, 1e-3);
    return { cells: [code(name), number(8), value(rate), error(rate), text("series"), text("e")], notes };
  });
  return { columns, groups: [{ title: null, rows }], remarks: ["The end."] };
}

test("columns line up, points stand under each other, notes are said once", () => {
  expect(renderTable(sheet(["relu", "tanh"], ["Beware."]))).toBe(`\
                     the
activation  batch   rate  ± error  method  extra
──────────  ─────  ─────  ───────  ──────  ─────
relu            8   1.24     1e-3  series  e      [1]
tanh            8  12.36     1e-3  series  e      [1]

[1] Beware.
The end.
`);
});

test("quiet leaves rows alone", () => {
  expect(renderTable(sheet(["relu"], ["Beware."]), { quiet: true })).toBe("relu  8  1.24  1e-3  series  e\n");
});

test("a table that is too wide first cuts long texts, and gives them in full below", () => {
  const name = "x + 0.125*sin(x)*cos(2*x) + tanh(3*x)/7 + exp(-x^2)";
  const out = renderTable(sheet([name, "relu"]), { width: 80 });
  expect(out).toContain("…  ");
  expect(out).toContain(`[1] In full: ${name}`);
  expect(out).toContain("method");
});

test("then says once what all rows share, then drops columns, and says so", () => {
  const rows = ["a".repeat(40), "b", "c"];
  expect(renderTable(sheet(rows), { width: 70 })).toMatch(/^method: series\n(?!not shown)/);
  expect(renderTable(sheet(rows), { width: 56 })).toContain("not shown, for width: extra");
});

test("stacks what fits in no other way", () => {
  expect(renderTable(sheet(["relu", "tanh"]), { width: 30 })).toBe(`\
activation  relu
batch       8
the rate    1.24
± error     1e-3
method      series
extra       e

activation  tanh
batch       8
the rate    12.36
± error     1e-3
method      series
extra       e

The end.
`);
});

test("a hundred thousand rows are no problem", () => {
  expect(renderTable(sheet(Array.from({ length: 20 }, () => "relu"))).split("\n")).toHaveLength(26);
  const many: Sheet = {
    columns: [columns[1]!],
    groups: [{ title: null, rows: Array.from({ length: 1e5 }, (_, i) => ({ cells: [number(i)] })) }],
  };
  expect(renderTable(many).length).toBeGreaterThan(6e5);
});

test("wrap breaks at spaces, and inside words only where it must", () => {
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap("a aaaaaaaaaa b", 4)).toEqual(["a", "aaaa", "aaaa", "aa b"]);
  expect(wrap("", 4)).toEqual([]);
});
