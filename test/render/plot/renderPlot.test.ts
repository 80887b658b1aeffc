import { expect, test } from "vitest";
import type { Mark, Panel, Plot } from "../../../src/experiments/plot.js";
import { renderPlot } from "../../../src/render/plot/renderPlot.js";
import { textWidth } from "../../../src/render/plot/textWidth.js";
import { wellFormed } from "../../support/wellFormed.js";

const points = [
  [1, 0.1],
  [10, 0.01],
  [100, 0.0001],
] as const;

const marks: readonly Mark[] = [
  { kind: "band", colour: 0, points: points.map(([x, y]) => [x, y / 2, y * 2]) },
  { kind: "line", colour: 0, dash: "dashed", points, label: "1x" },
  { kind: "step", colour: { ramp: 0.5 }, points, label: "in steps" },
  { kind: "points", colour: 1, symbol: "diamond", points, label: "2x" },
  { kind: "points", colour: 2, symbol: "dot", size: 3, opacity: 0.5, points },
  { kind: "arrow", colour: "ink", points },
];

const panel: Panel = {
  title: "p = 1",
  x: { label: "epoch", scale: "log" },
  y: { label: "mean squared error", scale: "log" },
  marks,
};

const plot: Plot = {
  title: "A loss & its <bounds>",
  caption: 'Means over "seeds", with two standard errors.',
  columns: 2,
  panels: [panel, { ...panel, title: "p = 2", x: { label: "epoch" }, y: { label: "loss" } }],
  metadata: { command: "theoria experiment figure-11 --quick", seed: "1", version: "theoria 0.1.0" },
};

const texts = (svg: string) => wellFormed(svg).filter(({ name }) => name === "text");

test("a plot is the same file as ever", async () => {
  await expect(renderPlot(plot)).toMatchFileSnapshot("golden.svg");
});

test("it is well-formed XML, with a title, a description and metadata, whatever its texts are", () => {
  const nasty = `a < b & "c" 'd' > ]]> \u0000\u{1F600}\uD800 <script>alert(1)</script>`;
  const svg = renderPlot({
    ...plot,
    title: nasty,
    caption: nasty,
    metadata: { command: nasty },
    panels: [
      { ...panel, title: nasty, x: { label: nasty }, y: { label: nasty }, marks: [{ ...marks[1]!, label: nasty }] },
    ],
  });
  const elements = wellFormed(svg);
  expect(svg).not.toContain("<script");
  const [root] = elements;
  const [title, description] = root!.attributes["aria-labelledby"]!.split(" ");
  expect(root!.attributes.role).toBe("img");
  expect(elements.find(({ attributes }) => attributes.id === title)!.text).toContain("a &lt; b &amp;");
  expect(elements.find(({ attributes }) => attributes.id === description)!.text.length).toBeGreaterThan(20);
  expect(elements.find(({ name }) => name === "metadata")!.text).toContain("&quot;command&quot;");
});

test("the same data give the same bytes, other data other ids", () => {
  expect(renderPlot(structuredClone(plot))).toBe(renderPlot(plot));
  const ids = [plot, { ...plot, caption: "another" }].map((each) => wellFormed(renderPlot(each))[0]!.attributes.class);
  expect(new Set(ids).size).toBe(2);
});

test.each([240, 360, 480, 900])("nothing written is cut off at %i pixels", (width) => {
  for (const each of [plot, { ...plot, sharedAxes: true, columns: 3, panels: Array(7).fill(panel) as Panel[] }]) {
    const svg = renderPlot(each, { width });
    const height = Number(wellFormed(svg)[0]!.attributes.height);
    for (const { attributes, text } of texts(svg)) {
      if (attributes.transform !== undefined || attributes.x === undefined) continue;
      const size = Number(attributes["font-size"]);
      // groups of the legend are moved; their texts begin after the key
      const [x, y] = [Number(attributes.x), Number(attributes.y)];
      const room = textWidth(text.replaceAll(/&\w+;/g, "x"), size);
      const left =
        attributes["text-anchor"] === "middle" ? x - room / 2 : attributes["text-anchor"] === "end" ? x - room : x;
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(left + room, text).toBeLessThanOrEqual(width + 1);
      expect(y, text).toBeLessThanOrEqual(height);
    }
  }
});

test("a long label stands in lines beside each other, left of the ticks", () => {
  const y = {
    label: "the largest weight that lies outside the blocks of a separable matrix",
    domain: [0, 1e5] as const,
  };
  const elements = wellFormed(
    renderPlot({ ...plot, panels: [{ ...panel, x: { label: "x" }, y, marks: [] }], columns: 2 }),
  );
  const lines = elements.filter(({ attributes }) => attributes.transform?.includes("rotate(-90)"));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.map(({ text }) => text).join(" ")).toBe(y.label);
  const right = Math.max(...lines.map(({ attributes }) => Number(/translate\((\S+)/.exec(attributes.transform!)![1])));
  const ticks = elements.filter(({ attributes }) => attributes["text-anchor"] === "end");
  for (const { attributes, text } of ticks) {
    expect(Number(attributes.x) - textWidth(text, Number(attributes["font-size"]))).toBeGreaterThan(right);
  }
});

test("text that a telephone of 360 pixels shows has 8 pixels and more", () => {
  for (const { attributes } of texts(renderPlot(plot))) {
    expect((Number(attributes["font-size"]) * 360) / 480).toBeGreaterThan(8);
  }
});

test("all coordinates are finite, also of empty panels, single points and constants", () => {
  const odd: readonly Mark[][] = [
    [],
    [{ kind: "line", colour: 0, points: [] }],
    [{ kind: "points", colour: 0, points: [[3, 0]] }],
    [
      {
        kind: "arrow",
        colour: 0,
        points: [
          [3, 2],
          [3, 2],
        ],
      },
    ],
    [
      {
        kind: "line",
        colour: 0,
        points: [
          [0, 1e-300],
          [1e300, 1e-300],
        ],
      },
    ],
  ];
  for (const each of odd) {
    const svg = renderPlot({ ...plot, panels: [{ ...panel, x: { label: "x" }, y: { label: "y" }, marks: each }] });
    wellFormed(svg);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
  wellFormed(renderPlot({ ...plot, panels: [{ ...panel, marks: [] }] }));
});

test("what cannot be drawn is named", () => {
  const withMarks = (each: Mark) => () => renderPlot({ ...plot, panels: [{ ...panel, marks: [each] }] });
  expect(withMarks({ kind: "line", colour: 0, points: [[1, Number.NaN]] })).toThrow(/y, line of panel "p = 1" = NaN/);
  expect(withMarks({ kind: "points", colour: 0, points: [[0, 1]] })).toThrow(/above 0, since the axis is logarithmic/);
  expect(withMarks({ kind: "band", colour: 0, points: [[1, 1, Infinity]] })).toThrow(/band/);
  expect(withMarks({ kind: "line", colour: -1, points: [] })).toThrow(/colour/);
  expect(withMarks({ kind: "line", colour: { ramp: 2 }, points: [] })).toThrow(/ramp/);
  expect(withMarks({ kind: "line", colour: 0, opacity: 2, points: [] })).toThrow(/opacity/);
  expect(() => renderPlot({ ...plot, panels: [] })).toThrow(/panels/);
  expect(() => renderPlot({ ...plot, columns: 0 })).toThrow(/columns/);
  expect(() => renderPlot({ ...plot, panels: [{ ...panel, x: { label: "x", domain: [2, 1] } }] })).toThrow(/increases/);
  expect(() => renderPlot(plot, { width: 10 })).toThrow(/width/);
});

test("polygons are closed, and cells stand around their points, of the size that they say", () => {
  const axis = { domain: [0, 10] as const };
  const marks: readonly Mark[] = [
    {
      kind: "polygon",
      colour: 1,
      points: [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      label: "a half",
    },
    {
      kind: "cells",
      colour: { ramp: 0.25 },
      size: [2, 4],
      points: [
        [1, 2],
        [9, 8],
      ],
      label: "some",
    },
  ];
  const panels = [{ title: "", x: { label: "x", ...axis }, y: { label: "y", ...axis }, marks }];
  const elements = wellFormed(renderPlot({ ...plot, square: true, panels }));
  const box = elements.filter(({ name, attributes }) => name === "rect" && attributes.class === "b").at(-1)!.attributes;
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Number) as [number, number, number, number];
  const filled = elements.filter(({ attributes }) => attributes.class?.startsWith("f ")).map((each) => each.attributes);
  const numbers = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
  const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 0));
  const [keys, [polygon, cells]] = [filled.slice(0, 2), filled.slice(2)];
  expect(polygon!.opacity).toBe("0.2");
  expect(polygon!.d).toMatch(/^M[^M]*Z$/);
  expect(numbers(polygon!.d!)).toEqual(near([x, y + height, x + width, y + height, x + width, y]));
  expect(cells!.opacity).toBeUndefined();
  const [first, second] = cells!.d!.split("Z");
  expect(numbers(first!)).toEqual(near([x, y + height, x + 0.2 * width, y + 0.6 * height, x]));
  expect(numbers(second!)).toEqual(near([x + 0.8 * width, y + 0.4 * height, x + width, y, x + 0.8 * width]));
  // of the legend
  expect(keys.map(({ opacity }) => opacity)).toEqual(["0.35", "1"]);
});

test("cells reach as far as their edges", () => {
  const cells: Mark = { kind: "cells", colour: 0, size: [2, 2], points: [[1, 1]] };
  const logarithmic = () => renderPlot({ ...plot, panels: [{ ...panel, marks: [cells] }] });
  expect(logarithmic).toThrow(/x, cells of panel "p = 1" = 0/);
  const linear = { title: "", x: { label: "x" }, y: { label: "y" }, marks: [cells] };
  expect(texts(renderPlot({ ...plot, panels: [linear] })).map(({ text }) => text)).toContain("2.0");
});

test("a point is where its axis says", () => {
  const square: Plot = {
    ...plot,
    square: true,
    panels: [
      {
        title: "",
        x: { label: "x", domain: [0, 10] },
        y: { label: "y", domain: [0, 10] },
        marks: [
          {
            kind: "line",
            colour: 0,
            points: [
              [0, 0],
              [10, 10],
              [5, 0],
            ],
          },
        ],
      },
    ],
  };
  const elements = wellFormed(renderPlot(square));
  const box = elements.filter(({ name, attributes }) => name === "rect" && attributes.class === "b").at(-1)!.attributes;
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Number) as [number, number, number, number];
  expect(width).toBeCloseTo(height, 0);
  const path = elements.find(({ attributes }) => attributes.class?.startsWith("l "))!.attributes.d!;
  const places = [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, a, b]) => [Number(a), Number(b)]);
  const wanted = [
    [x, y + height],
    [x + width, y],
    [x + width / 2, y + height],
  ];
  for (const [k, [a, b]] of wanted.entries()) {
    expect(places[k]![0]).toBeCloseTo(a!, 0);
    expect(places[k]![1]).toBeCloseTo(b!, 0);
  }
});
