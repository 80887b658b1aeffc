import { describe, expect, it } from "vitest";
import { contour } from "../../../../src/web/views/knobs/contour.js";

const grid = (size: number, f: (x: number, y: number) => number) =>
  Array.from({ length: size }, (_, j) => Array.from({ length: size }, (_, i) => f(i, j)));

describe("the contour at 0", () => {
  it("of a plane is its straight line, exactly", () => {
    const lines = contour(grid(9, (x, y) => x + 2 * y - 7.25));
    expect(lines).toHaveLength(1);
    for (const [x, y] of lines[0]!) expect(x + 2 * y).toBeCloseTo(7.25, 12);
    const ends = [lines[0]![0]!, lines[0]!.at(-1)!];
    expect(ends.every(([x, y]) => x === 0 || y === 0 || x === 8 || y === 8)).toBe(true);
  });

  it("of a circle is one closed line near to it", () => {
    const radius = 7.3;
    const lines = contour(grid(21, (x, y) => (x - 10) ** 2 + (y - 10) ** 2 - radius ** 2));
    expect(lines).toHaveLength(1);
    expect(lines[0]![0]).toEqual(lines[0]!.at(-1));
    // linear interpolation of a parabola: the error of the radius is at most 1 / (8 r) steps
    for (const [x, y] of lines[0]!)
      expect(Math.abs(Math.hypot(x - 10, y - 10) - radius)).toBeLessThan(1 / (8 * radius) + 0.01);
  });

  it("of a saddle is two lines", () => {
    expect(contour(grid(2, (x, y) => (x === y ? 1 : -1.5)))).toHaveLength(2);
  });

  it("is nothing where values have one sign, are missing, or are none", () => {
    expect(contour(grid(5, () => 1))).toEqual([]);
    expect(contour(grid(3, (x, y) => (x === 1 && y === 1 ? Number.NaN : x - 1)))).toEqual([]);
    expect(contour([])).toEqual([]);
  });
});
