import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BiasedTwoLayer } from "../../../src/theory/alignment/criticalPoints/alignmentCoefficients.js";
import { arrangementVertices } from "../../../src/theory/alignment/noisyRecovery/arrangementVertices.js";
import { clearPoint } from "../../../src/theory/alignment/noisyRecovery/clearPoint.js";
import { largestGradients } from "../../../src/theory/alignment/noisyRecovery/largestGradients.js";
import { misalignment } from "../../../src/theory/alignment/noisyRecovery/misalignment.js";
import { noisyRecovery } from "../../../src/theory/alignment/noisyRecovery/noisyRecovery.js";
import { noisyRecoveryConstants } from "../../../src/theory/alignment/noisyRecovery/noisyRecoveryConstants.js";
import { smallestSupNorm } from "../../../src/theory/alignment/noisyRecovery/smallestSupNorm.js";
import { polytope } from "../../../src/theory/alignment/regions/polytope.js";
import { errorOf } from "../../support/theoryError.js";

const square = { low: [-1, -1], high: [1, 1] };
const settings = {
  dimension: 2,
  nodes: 4,
  radius: 0.5,
  largestEpsilon: 0.01,
  delta: 0.1,
  reach: 1.2,
  epsilon: 0.001,
  coefficient: 0.8,
};

describe("the constants", () => {
  it("do not need eps0 where delta is 0", () => {
    const at = (largestEpsilon: number) => noisyRecoveryConstants({ ...settings, delta: 0, largestEpsilon });
    expect(at(0.5)).toEqual(at(0.001));
  });

  it("have volume ratios 2r, pi r/2 and 4r/3 for d = 2, 3, 4", () => {
    const ratio = (dimension: number) => noisyRecoveryConstants({ ...settings, dimension, radius: 3 }).volumeRatio;
    expect(ratio(2)).toBeCloseTo(6, 12);
    expect(ratio(3)).toBeCloseTo((3 * Math.PI) / 2, 12);
    expect(ratio(4)).toBeCloseTo(4, 12);
  });

  it.each([
    ["dimension", 1],
    ["nodes", 0],
    ["radius", 0],
    ["radius", Number.NaN],
    ["largestEpsilon", 0],
    ["delta", 1],
    ["delta", -0.1],
    ["reach", -1],
    ["epsilon", 0.02],
    ["epsilon", -1],
    ["coefficient", 0],
    ["coefficient", Number.POSITIVE_INFINITY],
  ])("refuse %s = %s", (name, value) => {
    expect(errorOf(() => noisyRecoveryConstants({ ...settings, [name]: value })).details.parameter).toBe(name);
  });
});

describe("misalignment", () => {
  it("keeps small angles, and finds the sign", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -15, max: -0.2, noNaN: true }),
        fc.boolean(),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (power, turned, shift) => {
          const angle = 10 ** power;
          const factor = turned ? -3 : 0.5;
          const moved = [Math.cos(angle), Math.sin(angle), 0.25 + shift].map((entry) => factor * entry);
          const found = misalignment([2, 0, 0.5], moved);
          expect(found.sign).toBe(turned ? -1 : 1);
          expect(Math.abs(found.sine - Math.sin(angle))).toBeLessThanOrEqual(1e-14 * Math.sin(angle) + 1e-16);
          expect(found.bias).toBeCloseTo(Math.abs(shift), 14);
          if (turned) expect(found.printedBias).toBeCloseTo(Math.abs(0.5 + shift), 14);
        },
      ),
    );
  });

  it("needs weights", () => {
    expect(errorOf(() => misalignment([1, 0, 0], [0, 0, 1])).message).toMatch(/^b = .*not all zero/);
  });
});

describe("vertices", () => {
  it("of a square with its diagonals are its corners and its middle", () => {
    const found = arrangementVertices(polytope(square), [
      [1, 1, 0],
      [1, -1, 0],
      [0, 0, 1],
    ]);
    const distinct = new Set(found.map((x) => x.map((entry) => Math.round(entry * 1e6) + 0).join()));
    expect(distinct.size).toBe(5);
  });

  it("are refused in four inputs, and where there are too many", () => {
    const four = polytope({ low: [0, 0, 0, 0], high: [1, 1, 1, 1] });
    expect(errorOf(() => arrangementVertices(four, [])).message).toMatch(/4 inputs/);
    const many = Array.from({ length: 400 }, (_, i) => [1, i, 0]);
    expect(errorOf(() => arrangementVertices(polytope(square), many)).message).toMatch(/400 nodes/);
    // 10^10 subsets of three, which are counted and not listed
    const cube = polytope({ low: [0, 0, 0], high: [1, 1, 1] });
    const more = Array.from({ length: 4000 }, (_, i) => [1, i, 1, 0]);
    expect(errorOf(() => arrangementVertices(cube, more)).message).toMatch(/4000 nodes/);
  });
});

describe("the smallest supremum", () => {
  it("of a ReLU against affine functions is 1/4 on [-1,1]", () => {
    expect(smallestSupNorm([[1, 0]], [1], { low: [-1], high: [1] }).epsilon).toBeCloseTo(0.25, 12);
    expect(smallestSupNorm([[1, 0]], [1], { low: [-1], high: [1] }, { affine: false }).epsilon).toBeCloseTo(1, 12);
    expect(smallestSupNorm([[2, 0, 0]], [-3], square).epsilon).toBeCloseTo(1.5, 12);
  });

  it("is 0 for a node and its negative, with the coefficients of relu(z) - relu(-z) - z", () => {
    const found = smallestSupNorm(
      [
        [1, 0.5, 0.1],
        [-1, -0.5, -0.1],
      ],
      [1, null],
      square,
    );
    expect(found.epsilon).toBeCloseTo(0, 12);
    expect(found.coefficients[1]).toBeCloseTo(-1, 9);
    for (const [i, entry] of [-1, -0.5, -0.1].entries()) expect(found.affine[i]).toBeCloseTo(entry, 9);
  });

  it("is no larger than that of any other choice, at random points", () => {
    const rows = [
      [1, 0.3, 0.1],
      [0.2, -1, 0.4],
      [-0.5, 0.5, 0.2],
    ];
    const found = smallestSupNorm(rows, [1, null, null], square);
    const supOf = (c: readonly number[], P: readonly number[]) =>
      arrangementVertices(polytope(square), rows).reduce((most, [x, y]) => {
        const value = rows.reduce(
          (sum, row, j) => sum + c[j] * Math.max(0, row[0] * x + row[1] * y + row[2]),
          P[0] * x + P[1] * y + P[2],
        );
        return Math.max(most, Math.abs(value));
      }, 0);
    expect(supOf(found.coefficients, found.affine)).toBeCloseTo(found.epsilon, 9);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        ([a, b, ...p]) => {
          const [, c1, c2] = found.coefficients;
          const near = supOf(
            [1, c1 + a / 10, c2 + b / 10],
            p.map((entry, i) => found.affine[i] + entry / 10),
          );
          expect(near).toBeGreaterThanOrEqual(found.epsilon - 1e-9);
        },
      ),
    );
  });

  it("needs one entry a node", () => {
    expect(errorOf(() => smallestSupNorm([[1, 0]], [1, null], { low: [-1], high: [1] })).message).toMatch(/given/);
  });
});

describe("the largest gradient", () => {
  it("is the largest on a fine grid, from above", () => {
    const teacher = {
      W: [
        [1, 0.5, 0.1],
        [0.2, -1, 0.3],
      ],
      V: [
        [1, -0.5],
        [0.4, 1],
      ],
    };
    const student = {
      W: [
        [0.9, 0.6, 0],
        [0, 1, 0.2],
        [0, 0, 1],
        [1, 1, -3],
      ],
      V: [
        [1, 0],
        [0.5, 0.5],
        [0.3, 1],
        [1, 1],
      ],
    };
    const value = ({ W, V }: BiasedTwoLayer, x: readonly number[], c: number) =>
      W.reduce((sum, row, k) => sum + V[k][c] * Math.max(0, row[0] * x[0] + row[1] * x[1] + row[2]), 0);
    const grid = Array.from({ length: 201 * 201 }, (_, i) => [-1 + (i % 201) / 100, -1 + Math.floor(i / 201) / 100]);
    const found = largestGradients(teacher, student, square);
    for (const [k, sup] of found.entries()) {
      const [a, b, bias] = student.W[k];
      const onGrid = Math.max(
        0,
        ...grid
          .filter(([x, y]) => a * x + b * y + bias > 0)
          .map((x) =>
            Math.abs(
              [0, 1].reduce((sum, c) => sum + student.V[k][c] * (value(teacher, x, c) - value(student, x, c)), 0),
            ),
          ),
      );
      expect(sup).toBeGreaterThanOrEqual(onGrid - 1e-12);
      // the residual's slope is below 10, and a grid point is within 0.01
      expect(sup).toBeLessThanOrEqual(onGrid + 0.1);
    }
    expect(found[3]).toBe(0);
  });
});

describe("noisy recovery", () => {
  const teacher = {
    W: [
      [1, 0.2, 0.1],
      [-0.3, 1, 0.2],
    ],
    V: [
      [1, 0.5],
      [-0.4, 1],
    ],
  };
  /** The second teacher by relu(z) = relu(-z) + 2 (z + 2) - (z + 4), of twice the length and half the fan-out; both are off by `size`. */
  const moved = (size: number) => ({
    W: [
      [1, 0.2 + size, 0.1],
      [0.6, -2, -0.4 + size],
      [-0.3, 1, 2.2],
      [-0.3, 1, 4.2],
    ],
    V: [
      [1, 0.5],
      [-0.2, 0.5],
      [-0.8, 2],
      [0.4, -1],
    ],
  });

  it("bounds the misalignment of the nearest student, turned and rescaled ones included", () => {
    for (const size of [1e-4, 1e-6, 1e-8]) {
      const found = noisyRecovery(teacher, moved(size), square);
      expect(found.map(({ nearest }) => [nearest!.student, nearest!.sign])).toEqual([
        [0, 1],
        [1, -1],
      ]);
      for (const { epsilon, constants, nearest, concludes } of found) {
        expect(concludes).toBe(true);
        expect(epsilon!).toBeGreaterThan(0.01 * size);
        expect(nearest!.sine).toBeLessThanOrEqual(constants!.sineBound);
        expect(nearest!.bias).toBeLessThanOrEqual(constants!.biasBound);
        expect(constants!.sineBound).toBeLessThan(1e4 * size);
      }
    }
  });

  it("concludes nothing without an observer, and says where the nearest student is all the same", () => {
    const student = { W: [[1, 0, 0.5]], V: [[0, 0]] };
    const [first] = noisyRecovery(teacher, student, square);
    expect(first).toMatchObject({ observer: null, constants: null, concludes: false });
    expect(first.nearest!.student).toBe(0);
  });

  it("is refused in one input", () => {
    const line = { W: [[1, 0]], V: [[1]] };
    expect(errorOf(() => noisyRecovery(line, line, { low: [-1], high: [1] })).message).toMatch(/1 input/);
  });
});

describe("the clear point", () => {
  it("lies on the boundary, in the ball, at the distance that it says", () => {
    const rows = [
      [1, 2, 0.5],
      [1, -1, 0.2],
      [0, 1, 0],
    ];
    const centre = [-0.1, -0.2];
    const { point, clearance } = clearPoint(rows, 0, { centre, radius: 0.7 }, { seed: 3 });
    expect(point[0] + 2 * point[1] + 0.5).toBeCloseTo(0, 13);
    expect(Math.hypot(point[0] - centre[0], point[1] - centre[1])).toBeLessThanOrEqual(0.7);
    expect(clearance).toBeCloseTo(Math.min(Math.abs(point[0] - point[1] + 0.2) / Math.SQRT2, Math.abs(point[1])), 13);
  });
});
