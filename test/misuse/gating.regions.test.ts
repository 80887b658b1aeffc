import { describe, expect, it } from "vitest";
import * as surface from "../../src/gating.js";
import { type Cases, hasNaN, misuses } from "./misuse.js";

const weights = [
  [
    [1, 2],
    [-1, 1],
  ],
  [
    [1, 1],
    [2, -1],
  ],
];
const biases = [
  [0.5, 0],
  [0, 0.25],
];
const path = [0, 1];
const line = [[[1], [-1]], [[1, 1]]];

const cases: Cases = {
  activeIntervals: [line, [0, 0], { biases: [[0, 1], [0]], interval: [-1, 2] }],
  coneCount: [weights],
  pathHalfSpaces: [weights, path, { biases }],
  pathPolygon: [weights, path, { biases, box: [-1, 1] }],
  pathRegion: [weights, path, { biases, box: [-1, 1] }],
  patternCells: [weights, { biases, box: [-1, 1], gates: "relu" }],
  planeRegions: [weights, { biases, box: [-1, 1] }],
  regionCounts: [2, 3],
  reluPathRegion: [weights, path, { biases, box: [-1, 1] }],
};

describe("misuse of path and pattern regions", () => {
  it.each(Object.entries(cases))("of %s ends in a result without NaN or in a TheoryError", (name, values) => {
    const call = (surface as unknown as Record<string, (...given: never[]) => unknown>)[name]!;
    expect(hasNaN(call(...(values as never[])))).toBe(false);
    expect(misuses(call, values, 1000)).toEqual([]);
  });
});
