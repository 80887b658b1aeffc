import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { escapeHtml, html, raw } from "../../../src/render/htmlReport/html.js";
import { htmlReport } from "../../../src/render/htmlReport/htmlReport.js";
import { mathml } from "../../../src/render/htmlReport/mathml.js";
import { sheetTable } from "../../../src/render/htmlReport/sheetTable.js";
import { style } from "../../../src/render/htmlReport/style.js";
import { styleHash } from "../../../src/render/htmlReport/styleHash.js";
import { showValue } from "../../../src/render/number.js";
import { code, number, text } from "../../../src/render/sheet.js";
import { dataOf, pageOf } from "./support.js";

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'\u202e\u0000&amp;`;

describe("markup", () => {
  test("text is escaped wherever it stands, markup is not", () => {
    expect(html`<p title="${hostile}">${hostile}</p>`.markup).not.toMatch(/<script|<img|"><|'|\u202e/);
    expect(escapeHtml(hostile)).not.toContain("\0");
    expect(html`<p>${raw("<b>1</b>")}${[raw("<i>2</i>"), html`${"<"}`]}${3}</p>`.markup).toBe(
      "<p><b>1</b><i>2</i>\n&lt;3</p>",
    );
    expect(escapeHtml("a\u2028b\ud800<")).toBe("a b\ufffd&lt;");
  });

  test("TeX becomes MathML without a style, a script or a link", () => {
    const { markup } = mathml("\\frac{a}{b} \\href{javascript:alert(1)}{x} \\text{<b>} \\htmlStyle{color:red}{y}");
    expect(markup).toContain("<mfrac>");
    expect(markup).not.toMatch(/<b>|<a |style=|href=|<script/);
    expect(mathml("\\frac{").markup).not.toMatch(/<script/);
  });

  test("a macro that never ends is cut off", () => {
    expect(mathml("\\def\\a{\\a\\a}\\a").markup.length).toBeLessThan(2000);
  });

  test("a table has a caption, scopes, and its notes below, each once", () => {
    const columns = [
      { title: "activation", tex: null, align: "left", hoists: true },
      { title: "two\nlines", tex: null, align: "decimal" },
    ] as const;
    const rows = [1, 2].map((k) => ({ cells: [code("tanh"), number(k)], notes: k === 2 ? ["why", "how"] : ["why"] }));
    const { markup } = sheetTable({ columns, groups: [{ title: "<g>", rows }] }, { id: "t", caption: "C" });
    expect(markup).toContain('<caption id="t">C; activation: tanh</caption>');
    expect(markup).toContain('<th scope="col" class="n">two lines</th>');
    expect(markup).toContain('<th scope="rowgroup" colspan="2">&lt;g&gt;</th>');
    expect(markup.match(/<li id="t-\d">/g)).toEqual(['<li id="t-1">', '<li id="t-2">']);
    const plain = { columns: [columns[1]], groups: [{ title: null, rows: [{ cells: [text("-")] }] }] };
    expect(sheetTable(plain, { id: "u", caption: "C" }).markup).not.toContain("notes");
  });
});

test("the hash in the page's policy is that of its style sheet", () => {
  // after a change of style.ts or of the palette, this is the hash to write into styleHash.ts
  expect(styleHash).toBe(createHash("sha256").update(style).digest("base64"));
  expect(style).not.toMatch(/[<>]|url\(|@import/);
});

describe("a page", () => {
  const data = dataOf("relu", [8, 64]);
  const page = htmlReport(data);

  test("has the numbers of the tables to all trusted digits", () => {
    for (const { spectrum } of data.networks) {
      const { rate, fixedPoint, forward, backward, confirmation } = spectrum;
      const values = [rate, ...Object.values(fixedPoint), ...Object.values(forward), ...Object.values(backward)];
      for (const estimate of values) expect(page).toContain(`>${showValue(estimate!)}<`);
      expect(page).toContain(`>${showValue(confirmation!.rate)}<`);
    }
  });

  test("has one h1, sections with headings in order, and a contents list that leads to them", () => {
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const titles = [...page.matchAll(/<h2 id="([\w-]+)">([^<]+)<\/h2>/g)].map(([, id]) => id);
    expect(titles).toEqual([
      "summary",
      "rates",
      "spectrum",
      "activation",
      "formulas",
      "methods",
      "simulated",
      "origin",
    ]);
    expect([...page.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id)).toEqual(titles);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  test("uses no id twice, and leads nowhere but into itself", () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/(?:href="#|url\(#|labelledby=")([\w-]+)/g)) expect(ids).toContain(target);
    // the namespaces of SVG and MathML are names, not places
    const addresses = page.replaceAll(/xmlns="http:\/\/www\.w3\.org\/[\w/]+"/g, "").match(/https?:|\/\/\w/g);
    expect(addresses).toBeNull();
    expect(page).not.toMatch(/<script|<link rel="stylesheet|@import|\son\w+=|\sstyle=|NaN|undefined|\[object/);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  test("every figure and table has a caption, every picture words", () => {
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
    expect(count(/<figure>/g)).toBe(count(/<figcaption>/g));
    expect(count(/<svg/g)).toBe(count(/<desc/g));
    expect(count(/<table>/g)).toBe(count(/<caption/g));
    expect(count(/<figure>/g)).toBe(3);
  });

  test("the same data give the same bytes", () => {
    expect(htmlReport(dataOf("relu", [8, 64]))).toBe(page);
  });

  test("has the exact formula, with a value that agrees with the table's rate", () => {
    expect(page).toContain("The rate of relu, exactly");
    expect(page).toContain("1.78818997665874");
    expect(page).toMatch(/the rate of the tables differs by (nothing|\de-1[5-6])/);
  });
});

test("text from strangers is text, in all places: it makes no tag that other text does not make", () => {
  const data = dataOf("tanh", [8, 64]);
  const pageWith = (word: string) =>
    htmlReport({
      ...data,
      activation: { ...data.activation, text: word, derivative: word },
      networks: data.networks.map(({ spectrum, dynamics }) => ({
        dynamics,
        spectrum: { ...spectrum, activation: word, notes: [word] },
      })),
      coefficients: data.coefficients.map((each) => ({ ...each, activation: word })),
      origin: { command: word, version: word },
    });
  const tagsOf = (page: string) => page.match(/<\/?[a-zA-Z]+/g);
  const page = pageWith(hostile);
  expect(page.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(10);
  expect(page).not.toContain("\u202e");
  expect(page).not.toContain("\0");
  expect(tagsOf(page)).toEqual(tagsOf(pageWith("word")));
});

describe("what has no usual answer", () => {
  test("a jump, a batch of 2 and one of 3 are told in words", () => {
    const page = pageOf("step", [2, 3, 8]);
    expect(page).toContain("There is no finite rate to be drawn.");
    expect(page).toContain("the gradient is exactly zero");
    expect(page).toContain("the expected squared gradient is infinite");
    expect(page).not.toContain("NaN");
  });

  test("a constant", () => {
    const page = pageOf("3", [8]);
    expect(page).toContain("the gradient is exactly zero");
    expect(page).not.toMatch(/NaN|undefined/);
  });

  test("an unstable fixed point: where networks go", () => {
    const page = pageOf("x^2", [8, Infinity]);
    expect(page).toContain("Where networks go that leave BSB1");
    expect(page).toContain("is unstable: networks leave it.");
    expect(page).toContain("Not followed: batch size ∞.");
  }, 30_000);

  test("epsilon that swallows the signal, in a page with two settings", () => {
    const page = pageOf("tanh", [8], { epsilon: 100 });
    expect(page).toContain("Epsilon swallows the signal there");
    expect(page).toMatch(/shrinks by a factor of 0\.\d+ a layer/);
  });

  test("a report that was stopped says so", () => {
    const data = dataOf("tanh", [8]);
    const page = htmlReport({ ...data, asked: 3, interrupted: true, curves: [], coefficients: [], formula: null });
    expect(page).toContain("This report is not complete.");
    expect(page).toContain("1 of 3 networks are in it");
    expect(page).toContain("The curve against the batch size was not finished.");
  });
});
