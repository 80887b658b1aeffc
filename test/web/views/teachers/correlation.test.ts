import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { bestStudents, correlation, placeOf } from "../../../../src/web/views/teachers/correlation.js";
import { kinkMismatch, learnedShare } from "../../../../src/web/views/teachers/learnedShare.js";

/** Of the activations of 200 000 samples. */
function sampled(angle: number): number {
  const stream = new GaussianStream({ seed: 1, sample: 0, draw: 0 });
  const sums = [0, 0, 0, 0, 0] as [number, number, number, number, number];
  const count = 200_000;
  for (let i = 0; i < count; i++) {
    const [x, y] = [stream.next(), stream.next()];
    const [a, b] = [Math.max(0, x), Math.max(0, Math.cos(angle) * x + Math.sin(angle) * y)];
    for (const [k, term] of [a, b, a * a, b * b, a * b].entries()) sums[k]! += term / count;
  }
  const [a, b, aa, bb, ab] = sums;
  return (ab - a * b) / Math.sqrt((aa - a * a) * (bb - b * b));
}

describe("correlation", () => {
  it("is that of the activations of samples", () => {
    // a correlation of 200 000 samples has a standard error below 0.0025
    for (const angle of [0, 0.4, 1, Math.PI / 2, 2, 3, Math.PI]) {
      expect(Math.abs(correlation(angle) - sampled(angle))).toBeLessThan(0.01);
    }
  });

  it("places students on the boundary of a teacher, on either side of it", () => {
    expect(placeOf([0.1, 1.5])).toEqual({ teacher: 0, side: 1 });
    expect(placeOf([1.5, Math.PI - 0.1])).toEqual({ teacher: 1, side: -1 });
    expect(placeOf([1, 1.5])).toBeNull();
    expect(
      bestStudents([
        [1, 0.2],
        [0.5, 2],
      ]),
    ).toEqual([
      { student: 1, correlation: correlation(0.5) },
      { student: 0, correlation: correlation(0.2) },
    ]);
  });
});

describe("learnedShare", () => {
  const teacher = { W: [[2, 0]], V: [[0, 3]] };
  const places = [{ teacher: 0, side: 1 }, { teacher: 0, side: -1 }, null] as const;

  it("adds the students of a teacher on both sides, and leaves out others", () => {
    const students = {
      norms: [1, 2, 5],
      V: [
        [0, 3],
        [0, 0.75],
        [7, 7],
      ],
    };
    expect(learnedShare(teacher, students, places, 0)).toBeCloseTo(0.75, 14);
    expect(kinkMismatch(teacher, students, places, 0)).toBeCloseTo(0.25, 14);
  });

  it("counts what points elsewhere as missing", () => {
    const students = {
      norms: [1, 1, 1],
      V: [
        [6, 6],
        [0, 0],
        [0, 0],
      ],
    };
    expect(learnedShare(teacher, students, places, 0)).toBeCloseTo(1, 14);
    expect(kinkMismatch(teacher, students, places, 0)).toBeCloseTo(1, 14);
  });
});
