import { describe, expect, it } from "vitest";
import { drawPlot } from "../../../../src/render/plot/drawPlot.js";
import { renderReport } from "../../../../src/render/report.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { transition } from "../../../../src/theory/batchnorm/transition.js";
import { parseAddress } from "../../../../src/web/address/address.js";
import { readFields } from "../../../../src/web/address/readFields.js";
import { covarianceReport } from "../../../../src/web/views/fixedPoint/covarianceReport.js";
import { fixedPointFields } from "../../../../src/web/views/fixedPoint/fixedPointFields.js";
import { heatPlot, orderOf, rangeOf } from "../../../../src/web/views/fixedPoint/heatPlot.js";
import { distancePlot, eigenvaluePlot, transitionPlot } from "../../../../src/web/views/fixedPoint/spectrumPlots.js";
import { spectrumTask } from "../../../../src/web/views/fixedPoint/spectrumTask.js";
import { transitionTask } from "../../../../src/web/views/fixedPoint/transitionTask.js";

const covariance = Float64Array.from([1, 0.1, 0.2, 0.1, 3, 0.3, 0.2, 0.3, 2]);
const drawn = (plot: Parameters<typeof drawPlot>[0]) => drawPlot(plot, { width: 360 }).content.join("");

describe("the heat maps", () => {
  it("say which samples and which value a cell is, in the order of the variances", () => {
    const order = orderOf(covariance, 3);
    expect(order).toEqual([1, 2, 0]);
    const picture = { maps: [{ title: "theory", covariance }], batch: 3, range: rangeOf([covariance]), order };
    const plot = heatPlot(picture);
    const places = plot.panels[0]!.marks.flatMap(({ points, hints }) => points.map((point, k) => [point, hints![k]]));
    expect(places).toHaveLength(9);
    const hintAt = (x: number, y: number) => places.find(([point]) => point![0] === x && point![1] === y)![1];
    // the first row is at the top
    expect(hintAt(0.5, 2.5)).toBe("theory: samples 2 and 2, 3");
    expect(hintAt(1.5, 2.5)).toBe("theory: samples 2 and 3, 0.3");
    expect(hintAt(2.5, 0.5)).toBe("theory: samples 1 and 1, 1");
    expect(plot.panels[0]!.x.ticks!.map(({ text }) => text)).toEqual(["2", "3", "1"]);
    expect(drawn(plot)).not.toContain("NaN");
  });

  it("keep the order of samples that are alike", () => {
    expect(orderOf(Float64Array.from([1, 0, 0, 1 + 1e-6]), 2)).toEqual([0, 1]);
  });

  it("have every entry in their CSV and JSON", () => {
    const report = covarianceReport({
      ...{ layer: 2, batch: 3, width: 50 },
      theory: covariance,
      sampled: null,
      fixedPoint: covariance,
    });
    const { header, rows } = report.csv();
    expect(header).toEqual(["sample", "other", "theory", "network", "bsb1"]);
    expect(rows).toHaveLength(9);
    expect(rows[5]).toEqual([2, 3, 0.3, null, 0.3]);
    expect((report.json() as { theory: number[][] }).theory).toEqual([
      [1, 0.1, 0.2],
      [0.1, 3, 0.3],
      [0.2, 0.3, 2],
    ]);
    expect(renderReport(report, "table")).toContain("diagonal, largest");
  });
});

describe("the pictures of the fixed point", () => {
  it("have a bar for each eigenvalue with its error, and 1", () => {
    const spectrum = spectrumTask({ activation: "tanh", batch: 8, epsilon: 0, gamma: 1, beta: 0 });
    const { forward, backward } = batchNorm({ activation: "tanh", batch: 8 });
    const marks = eigenvaluePlot(spectrum).panels[0]!.marks;
    const tops = marks.filter(({ kind }) => kind === "points").map(({ points }) => points[0]![1]);
    const wanted = [forward.G, forward.L, forward.M, backward.G, backward.L, backward.M];
    expect(tops).toHaveLength(6);
    for (const [k, top] of tops.entries()) expect(top).toBeCloseTo(wanted[k]!.value, 12);
    expect(marks.flatMap(({ hints = [] }) => hints)[3]).toMatch(/^backward eigenvalue on G: 1\.358548125\d* ± /);
    expect(marks.some(({ label, points }) => label === "1" && points.every(([, y]) => y === 1))).toBe(true);
    expect(drawn(eigenvaluePlot(spectrum))).not.toContain("NaN");
  });

  it("leave out eigenvalues that are infinite or not there", () => {
    const spectrum = spectrumTask({ activation: "x > 0 ? 1 : 0", batch: 4, epsilon: 0, gamma: 1, beta: 0 });
    const plot = eigenvaluePlot(spectrum);
    expect(drawn(plot)).not.toMatch(/NaN|Infinity/);
  });

  it("show the distance from BSB1 by layer, without the layers that are there", () => {
    const fixedPoint = Float64Array.from([2, 1, 1, 2]);
    const theory = [
      [3, 1, 1, 2],
      [2.02, 1, 1, 2],
      [2, 1, 1, 2],
    ].map((each) => Float64Array.from(each));
    const plot = distancePlot({ fixedPoint, theory, sampled: [], width: 100, layer: 1 });
    const [first, second] = plot.panels[0]!.marks[0]!.points;
    expect(plot.panels[0]!.marks[0]!.points).toHaveLength(2);
    expect(first).toEqual([0, 0.5]);
    expect(second![1]).toBeCloseTo(0.01, 12);
    expect(drawn(plot)).not.toContain("NaN");
    expect(
      distancePlot({ fixedPoint, theory: [fixedPoint], sampled: [], width: 9, layer: 0 }).panels[0]!.marks,
    ).toEqual([]);
  });

  it("cross 1 at alpha_c", () => {
    const curve = transitionTask(8);
    const alpha = transition(8).alpha!.value;
    expect(curve.transition.alpha!.value).toBe(alpha);
    for (const point of curve.points) expect(point.forwardMax > 1, `alpha ${point.alpha}`).toBe(point.alpha > alpha);
    const plot = transitionPlot(curve, 1.3);
    expect(plot.caption).toContain("alpha_c = 1.619263847");
    expect(drawn(plot)).not.toContain("NaN");
  });

  it("say that there is no alpha_c for a batch of four", () => {
    const plot = transitionPlot(transitionTask(4), 2);
    expect(plot.caption).toContain("stays stable up to alpha = 100");
    expect(plot.panels[0]!.marks.map(({ label }) => label)).not.toContain("alpha_c");
  });
});

describe("the address of the view Fixed point", () => {
  it("takes what it can, and says what it cannot", () => {
    const long = "1".repeat(4001);
    const hash = `#/fixed-point?family=mine&alpha=9&batch=65&start=file&layer=1e3&layers=0&data=${long}&sorted=2&activation=tanh`;
    const { values, problems } = readFields(fixedPointFields, parseAddress(hash));
    expect(values).toMatchObject({
      family: "own",
      alpha: 1.3,
      batch: 8,
      start: "random",
      layer: 3,
      layers: 60,
      data: "",
    });
    expect(values.activation).toBe("tanh");
    expect(problems).toHaveLength(8);
  });
});
