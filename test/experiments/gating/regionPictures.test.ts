import { describe, expect, it } from "vitest";
import { type HalfPlaneOptions, halfPlanePanels } from "../../../src/experiments/gating/regionPictures.js";
import { heatMarks } from "../../../src/experiments/heatMarks.js";
import type { Mark, Point } from "../../../src/experiments/plot.js";
import { renderPlot } from "../../../src/render/plot/renderPlot.js";
import { gatedNetwork } from "../../../src/theory/gating/network/gatedNetwork.js";
import { wellFormed } from "../../support/wellFormed.js";

const W = [
  [
    [1, 0],
    [0, 1],
    [0, 0],
  ],
  [
    [1, 1, 0],
    [-1, 0, 2],
  ],
];
const b = [
  [0, 0, 1],
  [-1, -1],
];
const network = gatedNetwork("dlgn", { W, b, U: [...W, [[1, 1]]] });

const areaOf = (points: readonly Point[]) =>
  Math.abs(
    points.reduce((sum, [x, y], k) => {
      const [u, v] = points[(k + 1) % points.length]!;
      return sum + x * v - u * y;
    }, 0) / 2,
  );
const panelsOf = (layer: number, reach: number, neurons: HalfPlaneOptions["neurons"]) =>
  halfPlanePanels(network, layer, { neurons, title: (l, i) => `layer ${l}, neuron ${i}`, reach });
const ofKind = <K extends Mark["kind"]>(marks: readonly Mark[], kind: K) =>
  marks.filter((mark): mark is Extract<Mark, { kind: K }> => mark.kind === kind);

describe("a heat map", () => {
  it("places each value once, the largest in the strongest colour", () => {
    const marks = heatMarks(
      [
        [0, 1],
        [2, 3],
        [Number.NEGATIVE_INFINITY, 4],
      ],
      { x: [-1, 1], y: [0, 3], steps: 5 },
    );
    expect(marks.flatMap(({ points }) => points)).toHaveLength(5);
    expect(marks.find(({ colour }) => (colour as { ramp: number }).ramp === 0)!.points).toEqual([[0.5, 2.5]]);
    expect(marks.find(({ colour }) => (colour as { ramp: number }).ramp === 1)!.points).toEqual([[-0.5, 0.5]]);
    expect(marks.every(({ size }) => size[0] === 1 && size[1] === 1)).toBe(true);
  });

  it("starts at the top where it is told so, and keeps values beyond its range in the outer colours", () => {
    const [low, high] = heatMarks([[5], [-5]], { first: "top", range: [0, 1], steps: 2 });
    expect([low!.points, high!.points]).toEqual([[[0.5, 0.5]], [[0.5, 1.5]]]);
  });

  it("of equal values or none has a picture, and ragged rows are refused", () => {
    expect(heatMarks([[2, 2]]).flatMap(({ points }) => points)).toHaveLength(2);
    expect(heatMarks([[Number.NaN]])).toEqual([]);
    expect(heatMarks([])).toEqual([]);
    expect(() => heatMarks([[1, 2], [1]])).toThrow(/rows\[1\]/);
  });

  it("writes both ends and the middle into the legend", () => {
    const labels = heatMarks([[0, 10]], { label: (value) => value.toFixed(0), steps: 11 }).map(({ label }) => label);
    expect(labels).toEqual(["0", "5", "10"]);
  });
});

describe("pictures of regions", () => {
  it("fill the half-plane of each neuron, and draw its boundary where it has one", () => {
    const [right, upper, everywhere] = panelsOf(1, 1, [0, 1, 2]);
    const polygons = [right!, upper!, everywhere!].map(({ marks }) => ofKind(marks, "polygon")[0]!.points);
    expect(polygons.map(areaOf)).toEqual([2, 2, 4]);
    expect(polygons[0]!.every(([x]) => x >= 0)).toBe(true);
    const lines = [right!, upper!, everywhere!].map(({ marks }) => ofKind(marks, "line").length);
    // the unit circle is a line too
    expect(lines).toEqual([2, 2, 1]);
    // x + y >= 1 and x <= 1
    const second = panelsOf(2, 2, [0, 1]).map(({ marks }) => areaOf(ofKind(marks, "polygon")[0]!.points));
    expect(second).toEqual([4.5, 12]);
    expect(panelsOf(2, 2, [1]).map(({ title }) => title)).toEqual(["layer 2, neuron 1"]);
  });

  it("are drawn", () => {
    const panels = panelsOf(1, 1, [0, 1, 2]);
    const svg = renderPlot({ title: "t", caption: "c", columns: 3, square: true, panels, metadata: {} });
    wellFormed(svg);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg).toContain("layer 1, neuron 2");
  });
});
