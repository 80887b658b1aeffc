import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LinearProgram, solveLinearProgram } from "../../src/numeric/linearProgram.js";

const infinity = Number.POSITIVE_INFINITY;

interface NoisyProgram {
  readonly kind: string;
  readonly maximise: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly limits: readonly number[];
  readonly bounds: readonly [number, number] | null;
  readonly value: number;
}

const noisyPrograms: readonly NoisyProgram[] = JSON.parse(
  readFileSync(new URL("../reference/linear-programs.json", import.meta.url), "utf8"),
);

/** a . x <= b */
interface HalfSpace {
  readonly a: readonly number[];
  readonly b: number;
}

function halfSpaces({ constraints, bounds = [] }: LinearProgram): readonly HalfSpace[] {
  const list: HalfSpace[] = [];
  const minus = (a: readonly number[]) => a.map((value) => -value);
  for (const { coefficients: a, atMost, atLeast, equal } of constraints) {
    if (atMost !== undefined) list.push({ a, b: atMost });
    if (atLeast !== undefined) list.push({ a: minus(a), b: -atLeast });
    if (equal !== undefined) list.push({ a, b: equal }, { a: minus(a), b: -equal });
  }
  for (const [i, { min, max }] of bounds.entries()) {
    const unit = bounds.map((_, k) => (k === i ? 1 : 0));
    if (max < infinity) list.push({ a: unit, b: max });
    if (min > -infinity) list.push({ a: minus(unit), b: -min });
  }
  return list;
}

/** The solution of a square system by Cramer's rule: small integers, so that determinants are exact. Null if it is singular. */
function cramer(rows: readonly HalfSpace[]): readonly number[] | null {
  const matrix = rows.map(({ a }) => a);
  const whole = determinant(matrix);
  if (whole === 0) return null;
  return matrix.map((_, i) => determinant(rows.map(({ a, b }) => a.map((value, k) => (k === i ? b : value)))) / whole);
}

function determinant(matrix: readonly (readonly number[])[]): number {
  if (matrix.length === 0) return 1;
  const [first, ...rest] = matrix;
  return first!.reduce(
    (sum, value, k) =>
      sum + (k % 2 === 0 ? 1 : -1) * value * determinant(rest.map((row) => row.filter((_, j) => j !== k))),
    0,
  );
}

function* subsets<T>(list: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) yield [];
  else
    for (let k = from; k < list.length; k++)
      for (const rest of subsets(list, size - 1, k + 1)) yield [list[k]!, ...rest];
}

/** The largest value over all vertices; null without one. Right where the feasible set is bounded. */
function byEnumeration(program: LinearProgram): number | null {
  const all = halfSpaces(program);
  let best: number | null = null;
  for (const active of subsets(all, program.maximise.length)) {
    const point = cramer(active);
    if (point === null || all.some(({ a, b }) => dot(a, point) > b + 1e-9)) continue;
    best = Math.max(best ?? -infinity, dot(program.maximise, point));
  }
  return best;
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);

/** Small integers make degenerate vertices, equal rows and zero rows common. */
const programOf = (bounded: boolean) =>
  fc.integer({ min: 1, max: 3 }).chain((size) => {
    const vector = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: size, maxLength: size });
    const value = fc.integer({ min: -3, max: 3 });
    const constraint = fc.oneof(
      fc.record({ coefficients: vector, atMost: value }),
      fc.record({ coefficients: vector, atLeast: value }),
      fc.record({ coefficients: vector, equal: value }),
      fc.record({ coefficients: vector, atLeast: fc.constant(-1), atMost: value.map(Math.abs) }),
    );
    const ends = fc
      .tuple(value, fc.integer({ min: 0, max: 4 }), fc.boolean(), fc.boolean())
      .map(([min, width, left, right]) => ({
        min: bounded || left ? min : -infinity,
        max: bounded || right ? min + width : infinity,
      }));
    return fc.record({
      maximise: vector,
      constraints: fc.array(constraint, { maxLength: 5 }),
      bounds: fc.array(ends, { minLength: size, maxLength: size }),
    });
  });

/** Largest violation of a constraint. */
const violation = (program: LinearProgram, point: readonly number[]) =>
  Math.max(0, ...halfSpaces(program).map(({ a, b }) => dot(a, point) - b));

describe("solveLinearProgram", () => {
  it("agrees with the best of all vertices on bounded programs, degenerate and infeasible ones among them", () => {
    fc.assert(
      fc.property(programOf(true), (program) => {
        const expected = byEnumeration(program);
        const solution = solveLinearProgram(program);
        expect(solution.status).toBe(expected === null ? "infeasible" : "optimal");
        if (solution.status !== "optimal") return;
        expect(Math.abs(solution.value - expected!)).toBeLessThanOrEqual(1e-9);
        expect(violation(program, solution.point)).toBeLessThanOrEqual(1e-9);
        expect(dot(program.maximise, solution.point)).toBeCloseTo(solution.value, 12);
      }),
      { numRuns: 600 },
    );
  });

  it("agrees with two boxes of different size on programs that may be unbounded", () => {
    const boxed = (program: LinearProgram, size: number): LinearProgram => ({
      ...program,
      bounds: program.bounds!.map(({ min, max }) => ({ min: Math.max(min, -size), max: Math.min(max, size) })),
    });
    fc.assert(
      fc.property(programOf(false), (program) => {
        const [small, large] = [byEnumeration(boxed(program, 1000)), byEnumeration(boxed(program, 4000))];
        const expected = large === null ? "infeasible" : large > small! + 1e-6 ? "unbounded" : "optimal";
        const solution = solveLinearProgram(program);
        expect(solution.status).toBe(expected);
        if (solution.status === "optimal") expect(Math.abs(solution.value - large!)).toBeLessThanOrEqual(1e-8);
      }),
      { numRuns: 400 },
    );
  });

  it("finds the same value in any units of rows and variables, over twelve decades", () => {
    const exponent = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(
        programOf(true),
        fc.array(exponent, { minLength: 3, maxLength: 3 }),
        exponent,
        (program, units, rowUnit) => {
          const unit = units.map((power) => 2 ** power);
          const solution = solveLinearProgram({
            maximise: program.maximise.map((value, i) => value * unit[i]!),
            constraints: program.constraints.map((constraint) => {
              const row = { coefficients: constraint.coefficients.map((value, i) => value * unit[i]! * 2 ** rowUnit) };
              const ends = Object.entries(constraint).filter(([name]) => name !== "coefficients") as [string, number][];
              return Object.assign(row, Object.fromEntries(ends.map(([name, value]) => [name, value * 2 ** rowUnit])));
            }),
            bounds: program.bounds.map(({ min, max }, i) => ({ min: min / unit[i]!, max: max / unit[i]! })),
          });
          const plain = solveLinearProgram(program);
          expect(solution.status).toBe(plain.status);
          if (solution.status === "optimal" && plain.status === "optimal")
            expect(Math.abs(solution.value - plain.value)).toBeLessThanOrEqual(1e-8);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("solves Klee and Minty's cube and Beale's program, which cycles by the plain rule", () => {
    expect(
      solveLinearProgram({
        maximise: [100, 10, 1],
        constraints: [
          { coefficients: [1, 0, 0], atMost: 1 },
          { coefficients: [20, 1, 0], atMost: 100 },
          { coefficients: [200, 20, 1], atMost: 10000 },
        ],
        bounds: [0, 1, 2].map(() => ({ min: 0, max: infinity })),
      }),
    ).toMatchObject({ status: "optimal", value: 10000 });
    const beale = solveLinearProgram({
      maximise: [0.75, -150, 0.02, -6],
      constraints: [
        { coefficients: [0.25, -60, -0.04, 9], atMost: 0 },
        { coefficients: [0.5, -90, -0.02, 3], atMost: 0 },
        { coefficients: [0, 0, 1, 0], atMost: 1 },
      ],
      bounds: [0, 1, 2, 3].map(() => ({ min: 0, max: infinity })),
    });
    expect(beale.status === "optimal" && Math.abs(beale.value - 0.05)).toBeLessThan(1e-12);
  });

  it("weighs a point of a hull: the distance from a vertex to the others, and none inside", () => {
    // the largest t with a.v >= t for all others and a.p <= 0, |a| <= 1: positive exactly for vertices
    const separation = (others: readonly (readonly number[])[], p: readonly number[]) => {
      const solution = solveLinearProgram({
        maximise: [0, 0, 1],
        constraints: others.map((v) => ({ coefficients: [v[0]! - p[0]!, v[1]! - p[1]!, -1], atLeast: 0 })),
        bounds: [
          { min: -1, max: 1 },
          { min: -1, max: 1 },
          { min: -infinity, max: infinity },
        ],
      });
      return solution.status === "optimal" ? solution.value : Number.NaN;
    };
    const square = [
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    expect(separation(square, [0, 0])).toBeCloseTo(1, 10);
    expect(separation(square, [0.5, 0.5])).toBeCloseTo(0, 10);
    expect(separation(square, [0.9, 0.8])).toBeCloseTo(0, 10);
    expect(separation(square, [1, 1])).toBeCloseTo(0, 10);
  });

  it("counts rows that differ by rounding as equal, and rows that differ by more as a contradiction", () => {
    const twice = (difference: number) =>
      solveLinearProgram({
        maximise: [1, 0],
        constraints: [
          { coefficients: [0.1 + 0.2, 1], equal: 0.3 },
          { coefficients: [0.3, 1], equal: 0.1 + 0.2 + difference },
          { coefficients: [0, 1], equal: 0 },
        ],
      });
    const solution = twice(0);
    expect(solution.status === "optimal" && Math.abs(solution.value - 1)).toBeLessThan(1e-9);
    expect(twice(1e-6).status).toBe("infeasible");
  });

  it.each(noisyPrograms.map((program, k) => [`${program.kind} ${k}`, program] as const))(
    "takes entries of 1e-17 for no scale: %s has the value and the feasible set of the program without them",
    (_, { maximise, rows, limits, bounds, value }) => {
      const program = {
        maximise,
        constraints: rows.map((coefficients, r) => ({ coefficients, atMost: limits[r]! })),
        bounds: maximise.map(() => ({ min: bounds?.[0] ?? -infinity, max: bounds?.[1] ?? infinity })),
      };
      const solution = solveLinearProgram(program);
      expect(solution.status).toBe("optimal");
      if (solution.status !== "optimal") return;
      // HiGHS meets constraints within 1e-10
      expect(Math.abs(solution.value - value)).toBeLessThanOrEqual(1e-9);
      expect(violation(program, solution.point)).toBeLessThanOrEqual(1e-12);
      expect(solution.error).toBeLessThanOrEqual(1e-11);
    },
  );

  it("still reads a variable in units of 1e-17, whose whole column is small", () => {
    const solution = solveLinearProgram({
      maximise: [1e-17, 1],
      constraints: [
        { coefficients: [1e-17, 1], atMost: 3 },
        { coefficients: [1e-17, -1], atMost: 1 },
      ],
      bounds: [
        { min: 0, max: infinity },
        { min: 0, max: 2 },
      ],
    });
    expect(solution).toMatchObject({ status: "optimal" });
    expect(solution.status === "optimal" && solution.value).toBeCloseTo(3, 12);
  });

  it("treats free, fixed and empty programs", () => {
    expect(solveLinearProgram({ maximise: [1], constraints: [{ coefficients: [1], atMost: -5 }] })).toMatchObject({
      status: "optimal",
      value: -5,
      point: [-5],
    });
    expect(solveLinearProgram({ maximise: [-1], constraints: [] }).status).toBe("unbounded");
    expect(solveLinearProgram({ maximise: [0], constraints: [] })).toMatchObject({ status: "optimal", value: 0 });
    expect(solveLinearProgram({ maximise: [], constraints: [] })).toMatchObject({
      status: "optimal",
      value: 0,
      point: [],
    });
    expect(solveLinearProgram({ maximise: [2], constraints: [], bounds: [{ min: 3, max: 3 }] })).toMatchObject({
      value: 6,
    });
    expect(solveLinearProgram({ maximise: [2], constraints: [], bounds: [{ min: 4, max: 3 }] }).status).toBe(
      "infeasible",
    );
    expect(solveLinearProgram({ maximise: [2], constraints: [{ coefficients: [0], atLeast: 1 }] }).status).toBe(
      "infeasible",
    );
    expect(
      solveLinearProgram({
        maximise: [1],
        constraints: [{ coefficients: [1], atMost: 7 }],
        bounds: [{ min: -infinity, max: 1e9 }],
      }),
    ).toMatchObject({ value: 7 });
  });

  it("refuses what is no program", () => {
    const refused = (program: LinearProgram, parameter: string) =>
      expect(() => solveLinearProgram(program)).toThrowError(
        expect.objectContaining({ code: "domain", details: expect.objectContaining({ parameter }) }),
      );
    refused({ maximise: [Number.NaN], constraints: [] }, "maximise[0]");
    refused(
      { maximise: [1], constraints: [{ coefficients: [1, 2], atMost: 1 }] },
      "constraints[0].coefficients.length",
    );
    refused({ maximise: [1], constraints: [{ coefficients: [1] }] }, "constraints[0]");
    refused({ maximise: [1], constraints: [{ coefficients: [1], atMost: Number.NaN }] }, "constraints[0].atMost");
    refused({ maximise: [1], constraints: [], bounds: [] }, "bounds.length");
    refused({ maximise: [1], constraints: [], bounds: [{ min: 0, max: Number.NaN }] }, "bounds[0]");
  });
});
