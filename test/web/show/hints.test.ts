import { describe, expect, it } from "vitest";
import type { Plot } from "../../../src/experiments/plot.js";
import { drawPlot } from "../../../src/render/plot/drawPlot.js";
import { hintBeyond, hintsOf, nearestHint } from "../../../src/web/show/hints.js";

const plot: Plot = {
  ...{ title: "", caption: "", columns: 1, metadata: {} },
  panels: [
    {
      ...{ title: "", x: { label: "x" }, y: { label: "y" } },
      marks: [
        {
          kind: "line",
          colour: 0,
          points: [
            [0, 0],
            [1, 0],
            [2, 0],
          ],
          hints: ["a0", "a1", "a2"],
        },
        {
          kind: "line",
          colour: 1,
          points: [
            [0, 1],
            [1, 1],
            [2, 1],
          ],
          hints: ["b0", "b1", "b2"],
        },
        {
          kind: "line",
          colour: "muted",
          points: [
            [1, 0],
            [1, 1],
          ],
        },
      ],
    },
  ],
};
const hints = hintsOf(drawPlot(plot, { width: 480 }).frames);
const index = (text: string) => hints.findIndex((hint) => hint.text === text);

describe("what is read in a picture", () => {
  it("is what marks say, where some do, with the place in the coordinates of the axes", () => {
    expect(hints.map(({ text }) => text)).toEqual(["a0", "a1", "a2", "b0", "b1", "b2"]);
    expect(hints[4]!.at).toEqual([1, 1]);
    expect(new Set(hints.slice(0, 3).map(({ series }) => series)).size).toBe(1);
  });

  it("is the nearest point, and nothing far from all", () => {
    const { x, y } = hints[index("b1")]!;
    expect(nearestHint(hints, x + 5, y - 5)).toBe(index("b1"));
    expect(nearestHint(hints, x, y - 500)).toBeNull();
  });

  it("goes up and down to the next line at the same place", () => {
    expect(hintBeyond(hints, index("a1"), true)).toBe(index("b1"));
    expect(hintBeyond(hints, index("b2"), false)).toBe(index("a2"));
    // there is nothing above
    expect(hintBeyond(hints, index("b0"), true)).toBe(index("b0"));
  });
});
