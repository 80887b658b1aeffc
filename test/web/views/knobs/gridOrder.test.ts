import { describe, expect, it } from "vitest";
import { gridOrder } from "../../../../src/web/views/knobs/gridOrder.js";
import { knobRange, knobs, knobValue, nearestPlace } from "../../../../src/web/views/knobs/knob.js";

describe("the order of a grid", () => {
  it.each([
    [8, 8],
    [32, 32],
    [64, 0],
  ])("has each of the places of %i x %i steps once, coarse ones first", (columns, rows) => {
    const order = gridOrder(columns, rows);
    expect(order).toHaveLength((columns + 1) * (rows + 1));
    expect(new Set(order.map(({ i, j }) => `${i},${j}`)).size).toBe(order.length);
    expect(order.every(({ i, j, stride }) => i % stride === 0 && j % stride === 0)).toBe(true);
    const strides = order.map(({ stride }) => stride);
    expect(strides).toEqual(strides.slice().sort((a, b) => b - a));
    // the coarsest grid alone is a picture of 9 x 9 cells, or a line of 9
    expect(strides.filter((stride) => stride === columns / 8)).toHaveLength(rows === 0 ? 9 : 81);
  });
});

describe("the values of a knob", () => {
  it.each(knobs)("of %s begin and end where they are asked to, and find their places again", (knob) => {
    const { from, to } = knobRange[knob];
    const axis = { knob, from, to, steps: 32 };
    expect([knobValue(axis, 0), knobValue(axis, 32)]).toEqual([from, to]);
    for (let k = 0; k <= 32; k++) {
      // small batch sizes are rounded by more than half a step
      if (knob !== "batch" || k > 20) expect(nearestPlace(axis, knobValue(axis, k))).toBe(k);
    }
    expect(nearestPlace(axis, -1e9)).toBe(0);
    expect(nearestPlace(axis, 1e9)).toBe(32);
  });

  it("of batch sizes are integers", () => {
    const axis = { knob: "batch" as const, from: 4, to: 1024, steps: 16 };
    for (let k = 0; k <= 16; k++) expect(Number.isInteger(knobValue(axis, k))).toBe(true);
  });
});
