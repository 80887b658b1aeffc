import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criticalPointCertificate } from "../../../src/theory/alignment/criticalPoints/criticalPointCertificate.js";
import { deepAlignment } from "../../../src/theory/alignment/criticalPoints/deepAlignment.js";
import { hyperplaneForm } from "../../../src/theory/alignment/criticalPoints/hyperplaneForm.js";
import { observe } from "../../../src/theory/alignment/criticalPoints/observers.js";
import { reluNetwork } from "../../../src/theory/alignment/network/reluNetwork.js";
import { noisyRecovery } from "../../../src/theory/alignment/noisyRecovery/noisyRecovery.js";
import { polytope } from "../../../src/theory/alignment/regions/polytope.js";

const square = { low: [-1, -1], high: [1, 1] };

describe("nothing is concluded", () => {
  it("about a teacher without fan-out, though the student interpolates and sees its boundary", () => {
    const teacher = {
      W: [
        [1, 0, 0],
        [0, 1, 0],
      ],
      V: [[1], [0]],
    };
    const student = {
      W: [
        [1, 0, 0],
        [0.5, 0, 0],
      ],
      V: [[0.5], [1]],
    };
    const { interpolation, teachers } = criticalPointCertificate(teacher, student, square);
    expect(interpolation.vanishes).toBe(true);
    expect(teachers.map(({ by, aligned }) => [by, aligned.length])).toEqual([
      ["interpolation", 2],
      [null, 0],
    ]);
  });

  it("about a student whose boundary is seen from the edge of the region only", () => {
    // active for y > 1 - 1.6e-9: it sees (0, 1), and has no room for a ball of radius 1e-9
    const atEdge = [0, 1, -(1 - 1.6e-9)];
    const teacher = { W: [[1, 0, -0.3]], V: [[1]] };
    const student = { W: [[1, 0, 0], atEdge], V: [[1], [1]] };
    const region = polytope(square);
    expect(observe(region, student.W[0], atEdge)).toMatchObject({ observes: true, depth: 0 });
    const { criticality, unaligned } = criticalPointCertificate(teacher, student, square);
    expect(criticality.map(({ vanishes }) => vanishes)).toEqual([false, true]);
    expect(unaligned[0]).toMatchObject({
      ...{ student: 0, groupSum: [1], by: null, observers: [], rank: 0, missing: ["too few independent observers"] },
    });
  });

  it("in depth from students without a gradient whose fan-out is orthogonal to the teacher's", () => {
    // the teacher's relu(x) goes to one output, the students' relu(y + 1) - relu(y + 1) to the other
    const teacher = reluNetwork([
      [[1], [0], [0]],
      [
        [1, 0],
        [0, 0],
      ],
    ]);
    const student = reluNetwork([
      [
        [0, 0],
        [1, 1],
        [1, 1],
      ],
      [
        [0, 1],
        [0, -1],
        [0, 0],
      ],
    ]);
    const [found] = deepAlignment(teacher, student, [[0.3, 0.2]]);
    expect(found).toMatchObject({ point: [0, 0.2], alpha: [0, 0], observers: [], concludes: false, aligned: [] });
    expect(found.radius).toBeGreaterThan(0);
  });
});

describe("the normal form", () => {
  it("is the sum of the nodes at every point of the region, for hyperplanes with nodes on both sides", () => {
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    const row = fc.tuple(entry, entry, entry).filter(([a, b]) => Math.hypot(a, b) > 1e-3);
    const terms = fc
      .array(fc.tuple(row, fc.constantFrom(1, -1, 0.5, -3), entry, entry, entry, entry), { minLength: 1, maxLength: 4 })
      .map((nodes) =>
        nodes.flatMap(([w, factor, ...v]) => [
          { row: w, fanOut: v.slice(0, 2) },
          { row: w.map((x) => factor * x), fanOut: v.slice(2) },
        ]),
      );
    const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(terms, fc.tuple(coordinate, coordinate), (nodes, [x, y]) => {
        const { kinks, affine, size, scale } = hyperplaneForm(polytope(square), nodes, 2);
        const relu = (w: readonly number[]) => Math.max(0, w[0] * x + w[1] * y + w[2]);
        for (const c of [0, 1]) {
          const direct = nodes.reduce((sum, each) => sum + each.fanOut[c] * relu(each.row), 0);
          const [a, b, constant] = affine[c];
          const form = kinks.reduce(
            (sum, { hyperplane, coefficient }) => sum + coefficient[c] * relu(hyperplane),
            a * x + b * y + constant,
          );
          // hyperplanes are the same up to 1e-9, lengths and fan-outs are below 11 and 2, nodes at most 8
          expect(Math.abs(form - direct)).toBeLessThan(1e-6);
          expect(Math.abs(direct)).toBeLessThanOrEqual(Math.min(size, scale) + 1e-6);
        }
      }),
    );
  });
});

describe("noisy recovery", () => {
  it("takes the balls of radius r - 5 eps/|c| of its own proof", () => {
    // on y > 0 |f* - f| = |0.02 relu(x) - 0.01 relu(y)| is largest at (1, 0); the ball around (0, 1/2) has r = 1/2
    const student = {
      W: [
        [0, 1, 0],
        [1, 0, 0],
      ],
      V: [[0.01], [0.98]],
    };
    const [found] = noisyRecovery({ W: [[1, 0, 0]], V: [[1]] }, student, square);
    expect(found.observer).toBe(0);
    expect(found.epsilon).toBeCloseTo(2e-4, 12);
    expect(found.coefficient).toBeCloseTo(0.01, 14);
    expect(found.radius).toBeCloseTo(0.5 - 0.1, 9);
    expect(found.constants!.M).toBeCloseTo((10 / 0.4) * Math.sqrt(1 / Math.PI), 6);
  });

  it("tells parallel teachers apart by their biases, and others by their directions", () => {
    const lines = [
      [1, 0, 0],
      [1, 0, 0.6],
      [0, 1, 0],
    ];
    const ones = [[1], [1], [1]];
    const moved = lines.map(([a, b, bias], k) => [a, b + k * 1e-7, bias + 1e-7]);
    const found = noisyRecovery({ W: lines, V: ones }, { W: moved, V: ones }, square);
    expect(found.map(({ concludes, nearest }) => [concludes, nearest!.student])).toEqual([
      [true, 0],
      [true, 1],
      [true, 2],
    ]);
    // the same nodes far from the teachers: bounds that do not tell any of them apart
    const far = lines.map(([a, b, bias]) => [a, b, bias + 0.02]);
    expect(noisyRecovery({ W: lines, V: ones }, { W: far, V: ones }, square).map(({ concludes }) => concludes)).toEqual(
      [false, false, false],
    );
  });
});
