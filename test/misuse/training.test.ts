import { describe, expect, it } from "vitest";
import * as surface from "../../src/simulation.js";
import { type Cases, hasNaN, misuses } from "./misuse.js";

const layer = { teachers: 2, students: 2, correlations: [1, 0.2, 0.3, 0.5] };
const record = { step: 0, layers: [layer] };
const activations = [
  [1, 0],
  [0, 1],
  [1, 1],
];

const cases: Cases = {
  bestPerStudent: [layer],
  bestPerTeacher: [layer],
  firstMatch: [[record, { ...record, step: 5 }], { layer: 0, threshold: 0.95 }],
  match: [activations, activations, { threshold: 0.95 }],
  matchedRate: [layer, { threshold: 0.95 }],
  meanBestCorrelation: [layer],
  studentsPerTeacher: [layer, { threshold: 0.95 }],
};

describe("misuse of matching", () => {
  it.each(Object.entries(cases))("of %s ends in a result without NaN or in a TheoryError", (name, values) => {
    const call = (surface as unknown as Record<string, (...given: never[]) => unknown>)[name]!;
    expect(hasNaN(call(...(values as never[])))).toBe(false);
    expect(misuses(call, values, 1000)).toEqual([]);
  });
});
