import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignmentCoefficients } from "../../../src/theory/alignment/criticalPoints/alignmentCoefficients.js";
import { alignmentSign } from "../../../src/theory/alignment/criticalPoints/hyperplanes.js";
import { observers } from "../../../src/theory/alignment/criticalPoints/observers.js";
import { reluDependence } from "../../../src/theory/alignment/criticalPoints/reluDependence.js";
import { ownUnits } from "../../../src/theory/alignment/regions/ownUnits.js";
import { polytope } from "../../../src/theory/alignment/regions/polytope.js";

const interval = (low: number, high: number) => ({ low: [low], high: [high] });
const nullities = (rows: number[][], low: number, high: number) => {
  const found = reluDependence(rows, interval(low, high));
  return [found.nullityWithAffine, found.nullityWithoutAffine];
};

describe("hyperplanes as the region sees them", () => {
  it("are distinct wherever the region lies", () => {
    expect(
      nullities(
        [
          [1, -1000.5],
          [1, -1000.4995],
        ],
        1000,
        1001,
      ),
    ).toEqual([0, 0]);
    expect(
      nullities(
        [
          [1, -100000.5],
          [1, -100000.25],
        ],
        100000,
        100001,
      ),
    ).toEqual([0, 0]);
    expect(
      nullities(
        [
          [1, -100000.5],
          [-3, 300001.5],
        ],
        100000,
        100001,
      ),
    ).toEqual([1, 0]);
  });

  it("are distinct in small regions, and directions stay so far away from them", () => {
    expect(
      nullities(
        [
          [1, 0],
          [1, 5e-10],
          [1, -5e-10],
        ],
        -1e-9,
        1e-9,
      ),
    ).toEqual([0, 0]);
    const small = polytope({ low: [-1e-9, -1e-9], high: [1e-9, 1e-9] });
    expect(alignmentSign([1, 0, 5], [0, 1, 5], small)).toBe(0);
    expect(alignmentSign([1, 0, 5], [-2, 0, -10], small)).toBe(-1);
    const active = reluDependence(
      [
        [1, 0, 1],
        [0, 1, 1],
        [0, 0, 1],
      ],
      { low: [-1e-9, -1e-9], high: [1e-9, 1e-9] },
    );
    expect(active.nullityWithoutAffine).toBe(0);
  });

  it("are the same for scaled rows whose biases are rounded", () => {
    const far = polytope({ low: [1e6, -1e6], high: [1e6 + 1, 1 - 1e6] });
    const row = [0.1, 0.7, 600000.0001];
    expect(
      alignmentSign(
        row,
        row.map((x) => x / 3),
        far,
      ),
    ).toBe(1);
    expect(
      alignmentSign(
        row,
        row.map((x) => -x * 0.7),
        far,
      ),
    ).toBe(-1);
  });

  it("make an observer of a student that a distance of 1e5 hides", () => {
    const [teacher, student] = [
      { W: [[1, -100000.5]], V: [[1]] },
      { W: [[1, -100000.25]], V: [[1]] },
    ];
    const region = interval(100000, 100001);
    expect(observers(teacher.W, student.W, region).observer).toEqual([[true]]);
    expect(alignmentCoefficients(teacher, student, polytope(region)).alignmentSign).toEqual([[0]]);
  });

  it("do not depend on the scale of the observer", () => {
    const observed = (student: number[]) => observers([[1, 0]], [student], interval(-1, 1)).observer;
    expect(observed([1e-10, 1e-11])).toEqual([[true]]);
    expect(observed([1, 1e-8])).toEqual([[true]]);
    expect(observed([1e200, 1e190])).toEqual([[false]]);
    expect(observed([1e200, -1e199])).toEqual([[false]]);
  });

  it("give the same answers when the plane is moved and stretched, in boxes and in polytopes", () => {
    const quarter = fc.integer({ min: -8, max: 8 }).map((k) => k / 4);
    const row = fc.tuple(quarter, quarter, quarter).filter(([x, y]) => x !== 0 || y !== 0);
    const moves = fc.tuple(
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), moves, fc.boolean(), (rows, [x, y, power], box) => {
        const [p, q] = [2 ** power, 2 ** (1 - power)];
        // (u, v) = (p (s + x), q (t + y)) of (s, t) in the square; all numbers are exact
        const moved = rows.map(([a, b, c]) => [a / p, b / q, c - a * x - b * y]);
        const [low, high] = [
          [p * (x - 1), q * (y - 1)],
          [p * (x + 1), q * (y + 1)],
        ];
        const A = [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ];
        const region = box ? { low, high } : { A, b: [high[0]!, -low[0]!, high[1]!, -low[1]!] };
        const square = { low: [-1, -1], high: [1, 1] };
        const [there, here] = [reluDependence(moved, region), reluDependence(rows, square)];
        expect(there).toEqual(here);
        expect(observers(moved, moved, region).observer).toEqual(observers(rows, rows, square).observer);
      }),
      { numRuns: 60 },
    );
  });

  it("have rows that take the same values at the points of the problem", () => {
    const own = ownUnits(polytope({ low: [3, -10], high: [5, 30] }));
    const [row, y] = [
      [2, -1, 0.5],
      [0.25, -0.5],
    ];
    const x = own.point(y);
    const mapped = own.row(row);
    expect(mapped[0]! * y[0]! + mapped[1]! * y[1]! + mapped[2]!).toBe(row[0]! * x[0]! + row[1]! * x[1]! + row[2]!);
    expect([own.region.low, own.region.high]).toEqual([
      [-1, -1],
      [1, 1],
    ]);
  });
});
