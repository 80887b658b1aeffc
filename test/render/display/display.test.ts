import { describe, expect, it } from "vitest";
import {
  $display,
  displayFormula,
  displayPlot,
  displayTable,
  type Plot,
  renderPlot,
  TheoryError,
} from "../../../src/display.js";
import { batchNorm } from "../../../src/index.js";
import { parseStatement, parseTerm, tex, text } from "../../../src/symbolic.js";

const plot: Plot = {
  title: "A <b>line</b>",
  caption: "It rises.",
  columns: 1,
  panels: [
    {
      title: "",
      x: { label: "x" },
      y: { label: "y" },
      marks: [
        {
          kind: "line",
          colour: 0,
          points: [
            [0, 0],
            [1, 1],
          ],
        },
      ],
    },
  ],
  metadata: { command: "none" },
};

const refused = (make: () => unknown): TheoryError => {
  try {
    make();
  } catch (error) {
    if (error instanceof TheoryError) return error;
  }
  throw new Error("not refused");
};

describe("what a notebook shows", () => {
  it("is found under the symbol of Jupyter kernels, frozen, and is text where a text is wanted", () => {
    const shown = displayFormula(parseTerm("x^2"));
    expect($display).toBe(Symbol.for("Jupyter.display"));
    expect(shown[$display]()).toBe(shown.mime);
    expect(Object.isFrozen(shown) && Object.isFrozen(shown.mime)).toBe(true);
    expect(`${shown}`).toBe("x^2");
  });

  it("of a plot is the picture of the plot renderer, and words", () => {
    const { mime } = displayPlot(plot, { width: 300 });
    expect(Object.keys(mime)).toEqual(["image/svg+xml", "text/plain"]);
    expect(mime["image/svg+xml"]).toBe(renderPlot(plot, { width: 300 }));
    expect(mime["text/plain"]).toBe("A <b>line</b>\nIt rises. y against x.");
    expect(refused(() => displayPlot(plot, { width: 3 })).details.parameter).toBe("width");
  });

  it("of a formula is its TeX in display style, of terms and of statements", () => {
    const term = parseTerm("(B - 2)/(B - 3)");
    expect(displayFormula(term).mime).toEqual({ "text/latex": `$$${tex(term)}$$`, "text/plain": text(term) });
    expect(displayFormula(parseStatement("x < 1")).mime).toEqual({ "text/latex": "$$x < 1$$", "text/plain": "x < 1" });
  });
});

describe("a table for a notebook", () => {
  const rate = batchNorm({ activation: "relu", batch: 8 }).rate;

  it("shows an estimate with the digits that its error leaves, beside the error", () => {
    const estimate = { ...rate, value: 1.23456789, error: 2e-4 };
    const { mime } = displayTable([{ activation: "relu", batch: 8, rate: estimate }]);
    expect(Object.keys(mime)).toEqual(["text/html", "text/latex", "text/plain"]);
    expect(mime["text/plain"]).toBe(
      [
        "activation  batch   rate  ± error",
        "──────────  ─────  ─────  ───────",
        "relu            8  1.235     2e-4",
        "",
      ].join("\n"),
    );
    expect(mime["text/html"]).toContain(
      '<td style="text-align:right;padding:0 0.6em">1.235</td><td style="text-align:right;padding:0 0.6em">2e-4</td>',
    );
    expect(mime["text/latex"]).toContain("relu & $8$ & $1.2346(2)$ \\\\");
  });

  it("has a column for every name that a row has, empty where a row has none", () => {
    const { mime } = displayTable([{ a: 1 }, { b: "two" }, { a: null }]);
    expect(mime["text/plain"].split("\n").slice(0, 5)).toEqual(["a  b", "─  ───", "1  –", "–  two", "–  –"]);
  });

  it("takes entries that are named like properties of all objects", () => {
    const row = JSON.parse('{"__proto__": 1, "constructor": 2}');
    expect(displayTable([row]).mime["text/plain"]).toContain("__proto__  constructor");
  });

  it("escapes markup in headings, cells and the caption, for HTML and for LaTeX", () => {
    const { mime } = displayTable([{ "<i>": "<script>alert(1)</script>", a_b: "50%" }], { caption: "a & b" });
    expect(mime["text/html"]).not.toMatch(/<i>|<script>/);
    expect(mime["text/html"]).toContain("<caption>a &amp; b</caption>");
    expect(mime["text/html"]).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(mime["text/latex"]).toContain("a\\_b");
    expect(mime["text/latex"]).toContain("50\\%");
    expect(mime["text/plain"].startsWith("a & b\n")).toBe(true);
  });

  it("shows infinite values, and refuses what is no number", () => {
    expect(displayTable([{ batch: Infinity }]).mime["text/plain"]).toContain("∞");
    for (const cell of [
      Number.NaN,
      { ...rate, value: Number.NaN },
      { ...rate, error: -1 },
      { ...rate, error: Number.NaN },
      true,
      {},
      [],
    ]) {
      const { details } = refused(() => displayTable([{ rate: cell as never }]));
      expect([details.code, details.parameter]).toEqual(["domain", "rate"]);
    }
  });

  it("refuses no rows, no columns, and more than anybody reads", () => {
    const messages = [
      [],
      [{}],
      Array.from({ length: 10_001 }, () => ({ a: 1 })),
      [Object.fromEntries(Array.from({ length: 101 }, (_, k) => [`c${k}`, k]))],
    ].map((rows) => refused(() => displayTable(rows as never)).message);
    expect(messages).toEqual([
      "rows = 0 rows is outside its domain: 1 to 10000. Show a part of them.",
      "rows = 0 columns is outside its domain: 1 to 100. Show a part of them.",
      "rows = 10001 rows is outside its domain: 1 to 10000. Show a part of them.",
      "rows = 101 columns is outside its domain: 1 to 100. Show a part of them.",
    ]);
  });
});
