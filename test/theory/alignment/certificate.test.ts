import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BiasedTwoLayer } from "../../../src/theory/alignment/criticalPoints/alignmentCoefficients.js";
import {
  type Counterexample,
  observedOutside,
  observedWhereSilent,
  turnedGroups,
  turnedPair,
  turnedStudent,
  turnedTeachers,
} from "../../../src/theory/alignment/criticalPoints/counterexamples.js";
import { criticalPointCertificate } from "../../../src/theory/alignment/criticalPoints/criticalPointCertificate.js";
import { deepAlignment } from "../../../src/theory/alignment/criticalPoints/deepAlignment.js";
import { interpolatingNetwork } from "../../../src/theory/alignment/criticalPoints/interpolatingNetwork.js";
import { interpolatingStudent } from "../../../src/theory/alignment/criticalPoints/interpolatingStudent.js";
import { networkOutput } from "../../../src/theory/alignment/network/forwardPass.js";
import { randomNetwork } from "../../../src/theory/alignment/network/randomNetwork.js";
import { reluNetwork } from "../../../src/theory/alignment/network/reluNetwork.js";
import { errorOf } from "../../support/theoryError.js";

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const square = { low: [-1, -1], high: [1, 1] };
const certificateOf = ({ teacher, student, region }: Omit<Counterexample, "says">) =>
  criticalPointCertificate(teacher, student, region);
const outputOf = ({ W, V }: BiasedTwoLayer, x: readonly number[]): number[] =>
  V[0]!.map((_, c) =>
    W.reduce((sum, row, k) => sum + V[k]![c]! * Math.max(0, row[0]! * x[0]! + row[1]! * x[1]! + row[2]!), 0),
  );
const grid = Array.from({ length: 21 * 21 }, (_, i) => [-1 + (i % 21) / 10, -1 + Math.floor(i / 21) / 10]);

describe("the counterexamples", () => {
  it.each(Object.entries({ turnedStudent, turnedPair, turnedGroups, turnedTeachers }))(
    "%s reproduces its teacher",
    (_, example) => {
      for (const x of grid) expect(outputOf(example.student, x)[0]).toBeCloseTo(outputOf(example.teacher, x)[0], 13);
      expect(certificateOf(example).interpolation.vanishes).toBe(true);
    },
  );

  it("a turned student is aligned by hyperplane, and not with gamma > 0", () => {
    const { teachers, hyperplane, positiveOnly } = certificateOf(turnedStudent);
    expect(teachers[0]).toMatchObject({ by: "observer", aligned: [{ student: 0, sign: -1 }], missing: [] });
    expect(hyperplane).toEqual([[0], [0], [0]]);
    expect(positiveOnly).toEqual([[1], [2], [-1]]);
  });

  it("nothing follows where the only observer is silent on the region, though no student has a gradient", () => {
    const { teachers, criticality, interpolation } = certificateOf(observedOutside);
    expect(criticality.every(({ vanishes }) => vanishes)).toBe(true);
    expect(interpolation.vanishes).toBe(false);
    expect(teachers[0]).toMatchObject({ by: null, aligned: [], missing: ["no student observes it inside the region"] });
    expect(teachers[0].says).toMatch(/Nothing follows for teacher 0: no student observes/);
  });

  it("nothing follows where the observers are active only where the teacher is silent", () => {
    const { teachers, criticality } = certificateOf(observedWhereSilent);
    expect(criticality.every(({ vanishes }) => vanishes)).toBe(true);
    expect(teachers[0]).toMatchObject({ by: null, aligned: [] });
  });

  it("a lone unaligned student keeps its fan-out, and only its hyperplane's sum vanishes", () => {
    const { unaligned } = certificateOf(turnedPair);
    expect(unaligned.find(({ student }) => student === 1)).toMatchObject({
      by: "observers",
      group: [1, 2],
      groupSum: [0],
      missing: [],
    });
    expect(unaligned.find(({ student }) => student === 3)).toMatchObject({
      by: null,
      missing: ["boundary misses the region"],
    });
  });

  it("unaligned students add x + y, which is affine and not zero", () => {
    const { contribution, unaligned } = certificateOf(turnedGroups);
    expect(unaligned.every(({ by }) => by === "observers")).toBe(true);
    expect(contribution).toMatchObject({ kind: "affine", concluded: true, affine: [[1, 1, 0]], size: 2 });
  });

  it("opposite teachers are named as what is missing", () => {
    const { teachers } = certificateOf(turnedTeachers);
    expect(teachers.map(({ missing }) => missing)).toEqual([
      ["another teacher has the same hyperplane"],
      ["another teacher has the same hyperplane"],
    ]);
  });
});

describe("a certificate", () => {
  it("finds that made students interpolate, and that teachers and unaligned groups are as they were made", () => {
    const teacher = {
      W: [
        [1, 0, 0.2],
        [0.3, 1, -0.3],
      ],
      V: [
        [1, 0.5],
        [-0.4, 1],
      ],
    };
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, opposite) => {
        const student = interpolatingStudent(teacher, square, { seed, opposite, unaligned: 1 });
        for (const x of grid.filter((_, i) => i % 40 === 0)) {
          for (const [c, f] of outputOf(student, x).entries()) expect(f).toBeCloseTo(outputOf(teacher, x)[c], 9);
        }
        const { interpolation, criticality, teachers, unaligned, contribution, hyperplane } = certificateOf({
          teacher,
          student,
          region: square,
        });
        expect(interpolation.vanishes).toBe(true);
        expect(criticality.every(({ vanishes }) => vanishes)).toBe(true);
        expect(teachers.every(({ by, aligned }) => by !== null && aligned.length > 0)).toBe(true);
        expect(hyperplane.flat().every((c) => Math.abs(c) < 1e-9)).toBe(true);
        for (const { by, groupSum } of unaligned)
          if (by !== null) for (const s of groupSum) expect(s).toBeCloseTo(0, 9);
        expect(contribution.concluded).toBe(true);
        if (!opposite) expect(contribution.kind).toBe("zero");
      }),
      { numRuns: 15 },
    );
  });

  it("says that a moved student does not interpolate, by how much, and that nothing follows", () => {
    const teacher = { W: [[1, 0, 0]], V: [[1]] };
    const student = {
      W: [
        [1, 0, 0.1],
        [0, 0, 1],
      ],
      V: [[1], [0.5]],
    };
    const found = certificateOf({ teacher, student, region: square });
    expect(found.interpolation.vanishes).toBe(false);
    const sup = Math.max(...grid.map((x) => Math.abs(outputOf(teacher, x)[0] - outputOf(student, x)[0])));
    expect(found.interpolation.size).toBeGreaterThanOrEqual(sup);
    expect(found.teachers[0]).toMatchObject({ by: null, missing: ["no such observer has a vanishing gradient"] });
  });

  it("says that alpha is zero for every observer", () => {
    const found = certificateOf({
      teacher: { W: [[1, 0, 0]], V: [[1, 0]] },
      student: { W: [[0, 1, 0]], V: [[0, 1]] },
      region: square,
    });
    expect(found.teachers[0].missing).toEqual(["alpha is zero for every observer"]);
    expect(found.unaligned[0]).toMatchObject({ rank: 0, missing: ["too few independent observers"] });
  });

  it("concludes by interpolation alone where no student observes from within", () => {
    const example = { teacher: { W: [[1, 0, 0]], V: [[1]] }, student: { W: [[2, 0, 0]], V: [[0.5]] }, region: square };
    expect(certificateOf(example).teachers[0]).toMatchObject({
      by: "interpolation",
      aligned: [{ student: 0, sign: 1 }],
    });
  });

  it("takes dead and duplicate students", () => {
    const example = {
      teacher: { W: [[1, 0, 0]], V: [[1]] },
      student: {
        W: [
          [1, 0, 0],
          [1, 0, 0],
          [0, 0, 0],
        ],
        V: [[0.25], [0.75], [3]],
      },
      region: square,
    };
    const found = certificateOf(example);
    expect(found.interpolation.vanishes).toBe(true);
    expect(found.unaligned).toEqual([]);
    expect(found.contribution.kind).toBe("zero");
  });

  it("is refused for networks that do not match", () => {
    const ok = { W: [[1, 0, 0]], V: [[1]] };
    const refused = (teacher: BiasedTwoLayer, student: BiasedTwoLayer) =>
      errorOf(() => criticalPointCertificate(teacher, student, square)).message;
    expect(refused(ok, { W: [[1, 0, 0]], V: [[1, 2]] })).toMatch(/student.V\[0\]/);
    expect(refused(ok, { W: [[1, 0]], V: [[1]] })).toMatch(/student.W\[0\]/);
    expect(refused(ok, { W: [[1, 0, 0]], V: [[1], [2]] })).toMatch(/student.V = 2 rows/);
    expect(refused({ W: [[0, 0, 1]], V: [[1]] }, ok)).toMatch(/teacher\[0\]/);
    expect(refused({ W: [[1, Number.NaN, 1]], V: [[1]] }, ok)).toMatch(/teacher.W\[0\]\[1\] = NaN/);
  });
});

describe("deep networks", () => {
  it("of split nodes compute what the teacher computes", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 4 }), (seed, L) => {
        const teacher = randomNetwork([2, ...new Array(L - 1).fill(3), 2], { seed });
        const student = interpolatingNetwork(teacher, { seed });
        for (const x of [
          [0.3, -1],
          [2, 0.5],
        ]) {
          const [target, f] = [networkOutput(teacher, x), networkOutput(student, x)];
          const scale = 1 + Math.max(...target.map(Math.abs));
          for (const [c, value] of f.entries()) expect(Math.abs(value - target[c])).toBeLessThan(1e-8 * scale);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("have vanishing coefficients, and the theorem finds aligned students", () => {
    const teacher = randomNetwork([2, 3, 3, 2], { seed: 5 });
    const student = interpolatingNetwork(teacher, { seed: 7 });
    const found = deepAlignment(teacher, student, [
      [0.3, -0.7],
      [0.1, 0.5],
    ]);
    expect(found).toHaveLength(6);
    expect(found.every(({ concludes, aligned }) => !concludes || aligned.length > 0)).toBe(true);
    expect(found.filter(({ concludes }) => concludes).length).toBeGreaterThan(3);
    for (const { coefficients } of found) for (const c of coefficients) expect(Math.abs(c)).toBeLessThan(1e-12);
  });

  it("conclude nothing about an unrelated student, or on the edge of a region", () => {
    const [teacher, student] = [randomNetwork([2, 3, 3, 1], { seed: 1 }), randomNetwork([2, 5, 3, 1], { seed: 2 })];
    expect(deepAlignment(teacher, student, [[0.2, 0.4]]).every(({ concludes }) => !concludes)).toBe(true);
    // the upper gate of both switches at x = 0, where the teacher's boundary is
    const edge = reluNetwork([
      [[1], [0], [0]],
      [[1], [0]],
      [[1], [0]],
    ]);
    expect(deepAlignment(edge, edge, [[0.5, 0.5]])[0]).toMatchObject({ radius: 0, concludes: false, observers: [] });
  });

  it("are refused where two teachers share a hyperplane", () => {
    const teacher = reluNetwork([
      [
        [1, -1],
        [0, 0],
        [1, -1],
      ],
      [[1], [1], [0]],
    ]);
    expect(errorOf(() => deepAlignment(teacher, teacher, [[0, 0]])).message).toMatch(/1 hyperplanes/);
  });
});
