import { describe, expect, it } from "vitest";
import type { Line } from "../../../../src/experiments/plot.js";
import { drawPlot } from "../../../../src/render/plot/drawPlot.js";
import { renderPlot } from "../../../../src/render/plot/renderPlot.js";
import { renderReport } from "../../../../src/render/report.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { hintsOf } from "../../../../src/web/show/hints.js";
import { cutPlot } from "../../../../src/web/views/knobs/cutPlot.js";
import { knobGrid, lineThrough, nearestCell, wholeStride } from "../../../../src/web/views/knobs/knobGrid.js";
import { knobPlot } from "../../../../src/web/views/knobs/knobPlot.js";
import { knobQuantities } from "../../../../src/web/views/knobs/knobQuantity.js";
import { knobsReport } from "../../../../src/web/views/knobs/knobsReport.js";
import { type KnobsPiece, type KnobsQuestion, knobsTask } from "../../../../src/web/views/knobs/knobsTask.js";
import { collect } from "../../support/collect.js";

const at = { epsilon: 0, gamma: 1, beta: 0, batch: 32 };
const gammas = { knob: "gamma", from: 0.5, to: 2, steps: 8 } as const;
const epsilons = { knob: "epsilon", from: 0.1, to: 10, steps: 8 } as const;
const batches = { knob: "batch", from: 8, to: 512, steps: 8 } as const;
const question: KnobsQuestion = { activation: "tanh", x: gammas, y: batches, at, weightVariance: 1, from: 0 };
const run = (asked: KnobsQuestion, stopAfter?: number) =>
  collect<KnobsQuestion, null, KnobsPiece>(knobsTask, asked, stopAfter);

describe("the grid of two knobs", () => {
  it("has the rates that a second method finds at its corners", async () => {
    const { pieces } = await run(question);
    const grid = knobGrid(gammas, batches, pieces);
    expect(grid.cells).toHaveLength(81);
    for (const cell of grid.cells.filter(({ i, j }) => i % 8 === 0 && j % 8 === 0)) {
      const [gamma, batch] = [cell.i === 0 ? 0.5 : 2, cell.j === 0 ? 8 : 512];
      expect(cell.result).toMatchObject({ gamma, batch, epsilon: 0, beta: 0 });
      const { value, error, method } = cell.result!.rate;
      const other = method === "quadrature" ? "gegenbauer" : "quadrature";
      const second = batchNorm({ activation: "tanh", batch, gamma }, { method: other }).rate;
      expect(Math.abs(second.value - value)).toBeLessThanOrEqual(second.error + error);
    }
  });

  it("goes on where it was stopped", async () => {
    const whole = await run(question);
    const first = await run(question, 20);
    expect(first.pieces).toHaveLength(20);
    const rest = await run({ ...question, from: 20 });
    // counts of evaluations depend on what is in the caches
    const rates = (pieces: readonly KnobsPiece[]) => pieces.map(({ result }) => result!.rate.value);
    expect(rates([...first.pieces, ...rest.pieces])).toEqual(rates(whole.pieces));
  });

  it("says why a place has no rate, and goes on", async () => {
    const { pieces } = await run({ ...question, x: { ...gammas, from: -1, to: 1 }, y: null });
    const grid = knobGrid({ ...gammas, from: -1, to: 1 }, null, pieces);
    expect(grid.cells.filter(({ result }) => result === null).map(({ i }) => i)).toEqual([4]);
    expect(grid.problems).toHaveLength(1);
    expect(grid.problems[0]).toContain("gamma");
  });

  it("knows its lines, the cell nearest to a point, and how fine it is as a whole", async () => {
    const { pieces } = await run(question);
    const grid = knobGrid(gammas, batches, pieces);
    expect(nearestCell(grid, { ...at, gamma: 1.3, batch: 500 })).toMatchObject({ i: 4, j: 8 });
    expect(lineThrough(grid, "x", 8).map(({ gamma }) => gamma)).toEqual([
      0.5, 0.6875, 0.875, 1.0625, 1.25, 1.4375, 1.625, 1.8125, 2,
    ]);
    expect(lineThrough(grid, "y", 0).every(({ gamma }) => gamma === 0.5)).toBe(true);
    expect(wholeStride(grid)).toBe(1);
    expect(wholeStride(knobGrid(gammas, batches, pieces.slice(0, 30)))).toBeNull();
  });
});

describe("the picture of two knobs", () => {
  it("has the line of rate 1 of tanh where epsilon is gamma squared", async () => {
    // beyond it samples collapse, and the rate is gamma^2 phi'(0)^2 / epsilon
    const x = { ...epsilons, from: 0.5, to: 2, steps: 4 };
    const y = { ...gammas, from: 0.8, to: 1.3, steps: 4 };
    const { pieces } = await run({ ...question, x, y });
    const grid = knobGrid(x, y, pieces);
    const plot = knobPlot({ activation: "tanh", grid, quantity: "rate", at });
    const lines = plot.panels[0]!.marks.filter((mark): mark is Line => mark.label === "rate = 1");
    const points = lines.flatMap((line) => line.points);
    expect(points.length).toBeGreaterThan(3);
    // in steps of the grid: the rate has a kink there, and the line is interpolated
    const step = Math.log10(4) / 4;
    for (const [place, gamma] of points) expect(Math.abs(place - 2 * Math.log10(gamma))).toBeLessThan(step);
  });

  it.each(knobQuantities)("can be drawn at any moment, and reads values: %s", async (quantity) => {
    const { pieces } = await run({ ...question, activation: "gelu" });
    for (const known of [0, 1, 2, 40, 81]) {
      const grid = knobGrid(gammas, batches, pieces.slice(0, known));
      const plot = knobPlot({ activation: "gelu", grid, quantity, at });
      expect(renderPlot(plot)).toContain("</svg>");
      const hints = hintsOf(drawPlot(plot, { width: 600 }).frames);
      expect(hints).toHaveLength(known);
      if (known > 0) expect(hints[0]!.text).toMatch(/^gamma 0\.5, batch 8: rate [\d.]+ ± \d+e-\d+, trainable depth/);
    }
  });

  it("is read row by row, from below", async () => {
    const { pieces } = await run(question);
    const grid = knobGrid(gammas, batches, pieces);
    const hints = hintsOf(
      drawPlot(knobPlot({ activation: "tanh", grid, quantity: "rate", at }), { width: 600 }).frames,
    );
    expect(hints.slice(0, 10).map(({ text }) => text.split(":")[0])).toEqual([
      ...[0.5, 0.6875, 0.875, 1.063, 1.25, 1.438, 1.625, 1.813, 2].map((gamma) => `gamma ${gamma}, batch 8`),
      "gamma 0.5, batch 13",
    ]);
  });
});

describe("a line along one knob", () => {
  it("of epsilon is dotted where samples have become alike", async () => {
    const { pieces } = await run({ ...question, x: epsilons, y: null });
    const grid = knobGrid(epsilons, null, pieces);
    const results = lineThrough(grid, "x", 0);
    const plot = cutPlot({ activation: "tanh", axis: epsilons, results, quantity: "rate", at: 1 });
    expect(plot.panels[0]!.marks.map((mark) => mark.label ?? "")).toEqual([
      "",
      "1",
      "BSB1 stable",
      "samples have become alike",
    ]);
    expect(renderPlot(plot)).toContain("</svg>");
    expect(renderPlot(cutPlot({ activation: "tanh", axis: epsilons, results: [], quantity: "rate", at: 0 }))).toContain(
      "</svg>",
    );
  });

  it("is exported whole", async () => {
    const { pieces } = await run(question);
    const grid = knobGrid(gammas, batches, pieces);
    const csv = renderReport(knobsReport(grid, lineThrough(grid, "x", 0)), "csv")
      .trim()
      .split("\r\n");
    expect(csv).toHaveLength(82);
    expect(csv[1]).toMatch(/^tanh,8,0,0\.5,0,1,1\./);
  });
});
