import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlationMatrix } from "../../../src/simulation/training/correlationMatrix.js";
import { match } from "../../../src/simulation/training/match.js";
import {
  bestPerStudent,
  bestPerTeacher,
  firstMatch,
  matchedRate,
  meanBestCorrelation,
  studentsPerTeacher,
} from "../../../src/simulation/training/matching.js";
import type { LayerRecord, TrainingRecord } from "../../../src/simulation/training/settings.js";
import reference from "../../reference/ladder-alignment.json" with { type: "json" };

interface Case {
  readonly kind: string;
  readonly inputs: { readonly H_teacher: number[][]; readonly H_student: number[][]; readonly threshold: number };
  readonly expected: Readonly<Record<string, unknown>>;
}

const cases = (reference as unknown as { cases?: Case[] }).cases ?? (reference as unknown as Case[]);
const expectClose = (got: unknown, want: unknown): void => {
  if (Array.isArray(want)) {
    expect(got).toHaveLength(want.length);
    for (const [i, entry] of want.entries()) expectClose((got as unknown[])[i], entry);
  } else
    expect(Math.abs((got as number) - (want as number))).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(want as number)));
};

describe("match", () => {
  it("gives the reference values", () => {
    const found = cases.filter(({ kind }) => kind === "match");
    expect(found.length).toBeGreaterThan(0);
    for (const { inputs, expected } of found) {
      const got = match(inputs.H_teacher, inputs.H_student, { threshold: inputs.threshold });
      expectClose(got.correlations, expected.corr);
      expectClose(got.bestPerTeacher, expected.best_per_teacher);
      expectClose(got.bestPerStudent, expected.best_per_student);
      expectClose(got.studentsPerTeacher, expected.students_per_teacher);
      expectClose(got.matchedRate, expected.matched_rate);
      expectClose(got.uncentred, expected.uncentred);
      expectClose(got.rhoMean, expected.rho_mean);
    }
  });

  it("finds scaled copies, in any order, and nothing else", () => {
    const entry = fc.integer({ min: 0, max: 1000 });
    const rows = fc.array(fc.tuple(entry, entry, entry), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 50 }), (teacher, scale) => {
        const spread = [0, 1, 2].every((j) => new Set(teacher.map((row) => row[j])).size > 1);
        fc.pre(spread);
        const student = teacher.map(([a, b, c]) => [c * scale, 7, a / scale, b + 3 * scale, -a]);
        const { correlations, uncentred, studentsPerTeacher } = match(teacher, student, { threshold: 0.99999 });
        expect(correlations[2]![0]).toBeCloseTo(1, 12);
        expect(correlations[0]![2]).toBeCloseTo(1, 12);
        // centring makes a constant part invisible; without it, scaling is the only freedom
        expect(correlations[1]![3]).toBeCloseTo(1, 9);
        expect(uncentred[2]![0]).toBeCloseTo(1, 12);
        expect(correlations.map((row) => row[1])).toEqual([0, 0, 0]);
        expect(correlations[0]![4]).toBeCloseTo(-1, 12);
        expect(Math.min(...studentsPerTeacher)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["a mean of a million", [1000000.1, 1000000.2, 1000000.4], [0.1, 0.2, 0.5]],
    ["a mean of one", [0.1, 0.2, 0.4], [1.0000001, 1.0000002, 1.0000005]],
    ["entries of 1e200", [1e200, 2e200, 4e200], [1e-200, 2e-200, 5e-200]],
    ["the ends of the doubles", [-1.5e308, -0.75e308, 0.75e308], [1e-320, 2e-320, 5e-320]],
  ])("correlates activations with %s", (_, a, b) => {
    const column = (values: readonly number[]) => values.map((value) => [value]);
    const { correlations, uncentred } = match(column(a), column(b));
    // (1, 2, 4) with (1, 2, 5): 19/3 over sqrt(14/3 * 26/3); the data carry 1e-10 of their differences
    expect(Math.abs(correlations[0]![0]! - 19 / Math.sqrt(14 * 26))).toBeLessThan(1e-8);
    expect(Math.abs(uncentred[0]![0]!)).toBeGreaterThan(0.07);
  });

  it("takes entries that differ by roundings as constant", () => {
    expect(match([[0.1 + 0.2], [0.3], [0.3]], [[1], [2], [3]]).correlations).toEqual([[0]]);
  });

  it("takes a constant column of any length as constant, whatever its mean rounds to", () => {
    const rows = Array.from({ length: 1000 }, (_, s) => [0.1, s % 3 === 0 ? 0.1 + 0.2 : 0.3, s % 7]);
    expect(rows.reduce((sum, [entry]) => sum + entry!, 0) / rows.length).not.toBe(0.1);
    const got = correlationMatrix(rows, rows);
    expect(got.slice(0, 2)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(got[2]!.slice(0, 2)).toEqual([0, 0]);
    // sums of 1000 roundings
    expect(got[2]![2]).toBeCloseTo(1, 12);
  });

  it("gives 0 for a dead node, and 1 uncentred for two constant ones", () => {
    const teacher = [
      [1, 0],
      [1, 0],
      [1, 0],
    ];
    const { correlations, uncentred, matchedRate: rate, rhoMean } = match(teacher, [[2], [2], [2]]);
    expect(correlations).toEqual([[0], [0]]);
    expect(uncentred[0]![0]).toBeCloseTo(1, 15);
    expect(uncentred[1]).toEqual([0]);
    expect([rate, rhoMean]).toEqual([0, uncentred[0]![0]! / 2]);
  });

  it.each([
    ["teacher", [], [[1], [2]], {}],
    ["teacher", [[1]], [[1]], {}],
    ["teacher[1].length", [[1, 2], [1]], [[1], [2]], {}],
    ["student[0]", [[1], [2]], [[], []], {}],
    ["student[1][0]", [[1], [2]], [[1], [Number.NaN]], {}],
    ["student", [[1], [2]], [[1], [2], [3]], {}],
    ["threshold", [[1], [2]], [[1], [2]], { threshold: 1 }],
    ["threshold", [[1], [2]], [[1], [2]], { threshold: Number.NaN }],
  ])("refuses a wrong %s", (parameter, teacher, student, options) => {
    expect(() => match(teacher, student, options)).toThrow(
      expect.objectContaining({ name: "TheoryError", details: expect.objectContaining({ parameter }) }),
    );
  });
});

const layer = (...correlations: number[]): LayerRecord => ({
  ...{ teachers: 2, students: 3, correlations: Float32Array.from(correlations), fanOut: new Float32Array(3) },
});

describe("a recorded layer", () => {
  const table = layer(0.99, 0.5, 0.96, -1, 0.2, 0.9);

  it("says how well each node is matched", () => {
    expect(bestPerTeacher(table)).toEqual([0.99, 0.9].map(Math.fround));
    expect(bestPerStudent(table)).toEqual([0.99, 0.5, 0.96].map(Math.fround));
    expect(studentsPerTeacher(table)).toEqual([2, 0]);
    expect(studentsPerTeacher(table, { threshold: 0.85 })).toEqual([2, 1]);
    expect(matchedRate(table)).toBe(0.5);
    expect(meanBestCorrelation(table)).toBeCloseTo(0.945, 6);
  });

  it("is not matched by a correlation that equals the threshold", () => {
    const exact = layer(0.5, 0.75, 0.25, 0.5, 0, 0.5);
    expect(studentsPerTeacher(exact, { threshold: 0.5 })).toEqual([1, 0]);
    expect(matchedRate(exact, { threshold: 0.5 })).toBe(0.5);
  });

  it("says when each teacher was matched first, even if it is lost again", () => {
    const record = (step: number, ...layers: LayerRecord[]): TrainingRecord => ({
      ...{ step, layers, evaluationLoss: 0, trainingLoss: 0 },
    });
    const records = [
      record(0, layer(0, 0, 0, 0, 0, 0), table),
      record(10, table, table),
      record(20, layer(0, 0, 0, 0, 0, 0), table),
    ];
    expect(firstMatch(records)).toEqual([10, null]);
    expect(firstMatch(records, { layer: 1, threshold: 0.8 })).toEqual([0, 0]);
    expect(() => firstMatch(records, { layer: 2 })).toThrow(/layer = 2/);
    expect(() => firstMatch([])).toThrow(/not empty/);
  });
});
