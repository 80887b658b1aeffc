import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { behaviourOn } from "../../../src/theory/alignment/criticalPoints/boundaryIn.js";
import { alignmentGroups, alignmentSign } from "../../../src/theory/alignment/criticalPoints/hyperplanes.js";
import { observers } from "../../../src/theory/alignment/criticalPoints/observers.js";
import { reluDependence } from "../../../src/theory/alignment/criticalPoints/reluDependence.js";
import { polytope } from "../../../src/theory/alignment/regions/polytope.js";
import { errorOf } from "../../support/theoryError.js";

const square = { low: [-1, -1], high: [1, 1] };
const quarter = fc.integer({ min: -12, max: 12 }).map((k) => k / 4);
const row = fc.tuple(quarter, quarter, quarter).filter(([x, y]) => x !== 0 || y !== 0);

/** Ends of the part of {w.x + b = 0} in the square: where the line crosses its sides. */
function chord([x, y, b]: readonly number[]): number[][] {
  const ends = [-1, 1].flatMap((s) => [
    ...(y === 0 ? [] : [[s, -(b + s * x) / y]]),
    ...(x === 0 ? [] : [[-(b + s * y) / x, s]]),
  ]);
  return ends.filter(([p, q]) => Math.abs(p) <= 1 && Math.abs(q) <= 1);
}

describe("alignment", () => {
  it("is by hyperplane with a sign, at any scale", () => {
    expect(alignmentSign([1, 2, 3], [2e-200, 4e-200, 6e-200])).toBe(1);
    expect(alignmentSign([1, 2, 3], [-1e9, -2e9, -3e9])).toBe(-1);
    expect(alignmentSign([1, 2, 3], [1, 2, 3.1])).toBe(0);
    expect(alignmentSign([1, 2, 3], [1, 2, -3])).toBe(0);
    expect(alignmentSign([0, 0, 0], [0, 0, 0])).toBe(0);
    expect(alignmentSign([1, 0, 0], [1, 1e-10, 0])).toBe(1);
    expect(alignmentSign([1, 0, 0], [1, 1e-8, 0])).toBe(0);
  });

  it("groups nodes by hyperplane, duplicates and turned ones together, without the dead", () => {
    const groups = alignmentGroups([
      [1, 0, 1],
      [0, 0, 0],
      [-2, 0, -2],
      [0, 1, 0],
      [1, 0, 1],
    ]);
    expect(groups.map(({ members }) => members)).toEqual([
      [
        { node: 0, sign: 1 },
        { node: 2, sign: -1 },
        { node: 4, sign: 1 },
      ],
      [{ node: 3, sign: 1 }],
    ]);
  });
});

describe("a boundary", () => {
  it.each([
    [[1, 0, 0], "cuts"],
    [[1, 0, 1], "active"],
    [[1, 0, -1], "inactive"],
    [[0, 0, 2], "active"],
    [[0, 0, 0], "inactive"],
    [[1e-30, 0, 0], "cuts"],
  ])("of %j: %s", (node, expected) => {
    expect(behaviourOn(polytope(square), node as number[])).toBe(expected);
  });
});

describe("observers", () => {
  it("in the square are those that are positive at an end of the chord", () => {
    fc.assert(
      fc.property(row, row, (observed, observer) => {
        const margins = chord(observed).map(([x, y]) => observer[0] * x + observer[1] * y + observer[2]);
        const [[{ observes, margin, witness, depth }]] = observers([observed], [observer], square).observations;
        if (margins.length === 0)
          expect({ observes, witness, depth }).toEqual({ observes: false, witness: null, depth: 0 });
        else if (alignmentSign(observed, observer) !== 0) expect(observes).toBe(false);
        else {
          expect(margin).toBeCloseTo(Math.max(...margins), 7);
          if (Math.abs(margin) > 1e-6) expect(observes).toBe(margin > 0);
        }
        if (depth > 0) expect(observes).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("are the same in the square as a polytope", () => {
    const [teacher, student] = [
      [
        [1, 0.5, 0.2],
        [0, 1, -0.3],
      ],
      [
        [2, 1, 0.4],
        [1, -1, 0.1],
        [1, 1, -3],
        [0, 0, 0],
        [0, 0, 1],
      ],
    ];
    const A = [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ];
    const found = observers(teacher, student, square).observer;
    expect(found).toEqual(observers(teacher, student, { A, b: [1, 1, 1, 1] }).observer);
    expect(found).toEqual([
      [false, true],
      [true, true],
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  it("in boxes are those that linear programs find, from within as deep", () => {
    const faces = (d: number) =>
      Array.from({ length: 2 * d }, (_, f) =>
        Array.from({ length: d }, (__, i) => (i === f >> 1 ? (f % 2 ? -1 : 1) : 0)),
      );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(quarter, { minLength: 10, maxLength: 10 }), (d, numbers) => {
        const [observed, observer] = [numbers.slice(0, d + 1), numbers.slice(5, 6 + d)];
        if (observed.slice(0, d).every((w) => w === 0)) return;
        const [[own]] = observers([observed], [observer], {
          low: new Array(d).fill(-1),
          high: new Array(d).fill(1),
        }).observations;
        const region = { A: faces(d), b: new Array(2 * d).fill(1) };
        const [[other]] = observers([observed], [observer], region).observations;
        expect(own.observes).toBe(other.observes);
        expect(own.witness === null).toBe(other.witness === null);
        if (own.witness !== null) expect(own.margin).toBeCloseTo(other.margin, 7);
        expect(own.depth).toBeCloseTo(other.depth, 7);
      }),
      { numRuns: 150 },
    );
  });

  it("touch a boundary at a corner without seeing it from within", () => {
    const [[{ observes, depth }]] = observers([[1, 1, -2]], [[1, 0, 0]], square).observations;
    expect({ observes, depth }).toEqual({ observes: true, depth: 0 });
  });

  it("are refused for teachers without weights, and ragged rows", () => {
    expect(errorOf(() => observers([[0, 0, 1]], [[1, 0, 0]], square)).message).toMatch(/teacher\[0\].*no boundary/s);
    expect(errorOf(() => observers([[1, 0, 1]], [[1, 0]], square)).message).toMatch(/student\[0\]/);
    expect(errorOf(() => observers([], [[1, 0, 0]], square)).message).toMatch(/teacher/);
  });
});

describe("dependent ReLU nodes", () => {
  it.each([
    [
      "a node twice",
      [
        [1, 0, 0],
        [1, 0, 0],
      ],
      1,
      1,
    ],
    [
      "a node and its negative",
      [
        [1, 0, 0],
        [-1, 0, 0],
      ],
      1,
      0,
    ],
    [
      "three such pairs",
      [
        [1, 0, 0],
        [-1, 0, 0],
        [0, 1, 0],
        [0, -1, 0],
        [1, 1, 0],
        [-1, -1, 0],
      ],
      3,
      1,
    ],
    ["a dead node", [[0, 0, 0]], 1, 1],
    ["a silent node", [[1, 0, -2]], 1, 1],
    [
      "nodes active everywhere",
      [
        [1, 0, 2],
        [0, 1, 2],
        [0, 0, 1],
        [1, 1, 4],
      ],
      4,
      1,
    ],
    [
      "distinct hyperplanes",
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 0.5],
      ],
      0,
      0,
    ],
    [
      "one side of a pair and a node active everywhere",
      [
        [1, 0, 0],
        [-1, 0, 0],
        [1, 0, 2],
      ],
      2,
      0,
    ],
  ])("%s", (_, rows, withAffine, withoutAffine) => {
    const found = reluDependence(rows, square);
    expect([found.nullityWithAffine, found.nullityWithoutAffine]).toEqual([withAffine, withoutAffine]);
  });
});
