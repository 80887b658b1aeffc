import { expect, test } from "vitest";
import { renderCsv } from "../../src/render/csv.js";
import { renderJson } from "../../src/render/json.js";
import { escapeTex, renderLatex, texValue } from "../../src/render/latex.js";
import { printable } from "../../src/render/printable.js";
import { code, error, number, type Sheet, text, value } from "../../src/render/sheet.js";

const estimate = { value: 1.35854812541, error: 3e-9, method: "m", evals: 1, converged: true };

test("CSV quotes commas, quotes and line ends, writes numbers in full and ends lines with CRLF", () => {
  const table = {
    header: ["a", "b"],
    rows: [
      ["max(x, 0)", 1.3585481254113576],
      ['say "x"', Infinity],
      [null, true],
    ],
  };
  expect(renderCsv(table)).toBe('a,b\r\n"max(x, 0)",1.3585481254113576\r\n"say ""x""",Infinity\r\n,true\r\n');
});

test("JSON puts each result on a line and writes infinities as strings", () => {
  const out = renderJson({ alpha: 1, results: [{ batch: Infinity }, { batch: 8, x: [-Infinity] }] });
  expect(out).toBe(
    '{\n  "alpha": 1,\n  "results": [\n    {"batch":"Infinity"},\n    {"batch":8,"x":["-Infinity"]}\n  ]\n}\n',
  );
  expect(JSON.parse(out).results[1].batch).toBe(8);
  expect(renderJson({ results: [] })).toBe('{\n  "results": []\n}\n');
});

test.each([
  [1.3585481254113576, 3e-13, "$1.3585481254114(3)$"],
  [1.3585481254113576, 8e-16, "$1.358548125411358(1)$"],
  [0.000000012, 1e-10, "$1.20(1)\\times10^{-8}$"],
  [2, 0, "$2$"],
  [Infinity, 0, "$\\infty$"],
  [1e-17, 2e-16, "$0 \\pm 3\\times10^{-16}$"],
])("LaTeX writes %d with error %d as %s", (x, uncertainty, written) => {
  expect(texValue({ value: x, error: uncertainty })).toBe(written);
});

test("LaTeX escapes every special character", () => {
  expect(escapeTex("a_b^2 {x} 5% #1 $ & ~ \\ <>|")).toBe(
    "a\\_b\\textasciicircum{}2 \\{x\\} 5\\% \\#1 \\$ \\& \\textasciitilde{} \\textbackslash{} \\textless{}\\textgreater{}\\textbar{}",
  );
});

test("a LaTeX table", () => {
  const sheet: Sheet = {
    columns: [
      { title: "activation", tex: "activation", align: "left" },
      { title: "rate", tex: "rate", align: "decimal" },
      { title: "error", tex: null, align: "right" },
    ],
    groups: [
      { title: null, rows: [{ cells: [code("x^2"), value(estimate), error(estimate)], notes: ["Watch out."] }] },
      { title: "second", rows: [{ cells: [text("none"), null, number(1)] }] },
    ],
  };
  expect(renderLatex(sheet)).toBe(`% needs \\usepackage{booktabs}
% Watch out.
\\begin{tabular}{lr}
\\toprule
activation & rate \\\\
\\midrule
\\texttt{x\\textasciicircum{}2} & $1.358548125(3)$ \\\\
\\midrule
\\multicolumn{2}{l}{second} \\\\
none & -- \\\\
\\bottomrule
\\end{tabular}
`);
});

test("control and direction characters become dots, one a UTF-16 unit", () => {
  expect(printable("a\u001b[31mb\u202ec\td")).toBe("a·[31mb·c d");
  expect(printable("\u{E0001}x")).toBe("··x");
});
