import { describe, expect, it } from "vitest";
import { renderPlot } from "../../../../src/render/plot/renderPlot.js";
import { factorsPlot, orderText } from "../../../../src/web/views/ladders/factorsPlot.js";
import { factorsTask } from "../../../../src/web/views/ladders/factorsTask.js";
import { factorsSheet } from "../../../../src/web/views/ladders/laddersReport.js";

const runs = [1, 2, 3, 4].map((seed) => factorsTask({ seed }));

const largest = (order: string): readonly number[] =>
  runs.map((all) => Math.max(...all.find((run) => run.order === order)!.separability));

describe("factorsTask", () => {
  it("keeps factors apart where batch norm follows the linear layer, and mixes those of some ladder elsewhere", () => {
    for (const order of ["lin-bn", "lin-bn-relu"]) expect(Math.max(...largest(order))).toBeLessThan(1e-9);
    for (const order of ["lin", "lin-relu", "lin-relu-bn"]) expect(Math.max(...largest(order))).toBeGreaterThan(1e-3);
  });

  it("starts apart, and learns", () => {
    for (const { separability, loss } of runs.flat()) {
      expect(separability[0]).toBe(0);
      expect(separability.length).toBe(loss.length);
      expect(loss.at(-1)).toBeLessThanOrEqual(loss[0]!);
    }
  });

  it("is drawn on a logarithmic axis, zeros at its lower edge", () => {
    const plot = factorsPlot(runs[0]!);
    expect(plot.panels[0]!.marks.every(({ points }) => points.every(([, y]) => y! >= 1e-18))).toBe(true);
    expect(renderPlot(plot, { width: 400 })).not.toContain("NaN");
    expect(orderText("lin-bn-relu")).toBe("linear, batch norm, ReLU");
    expect(factorsSheet(runs[0]!).groups[0]!.rows.length).toBe(5);
  });
});
