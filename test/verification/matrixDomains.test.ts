import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numericRank } from "../../src/numeric/linearAlgebra/singularValues.js";
import type { Parameters } from "../../src/theorems/domain.js";
import type { Theorem } from "../../src/theorems/theorem.js";
import { arbitraryOf } from "../../src/verification/arbitraries/arbitraryOf.js";
import { rectangularMatrices } from "../../src/verification/arbitraries/rectangularMatrices.js";
import { stochasticMatrices, stochasticRows } from "../../src/verification/arbitraries/stochasticMatrices.js";
import { valuesOf } from "../../src/verification/arbitraries/valuesOf.js";
import { check } from "../../src/verification/check.js";
import { validatePoint } from "../../src/verification/domains/validate.js";
import type { Point } from "../../src/verification/point.js";
import { property } from "../../src/verification/property.js";
import { rounding, toy } from "./toys.js";

const doc = "a value";
type Matrix = readonly (readonly number[])[];

const has = (matrices: readonly Matrix[], what: (matrix: Matrix) => boolean) => expect(matrices.some(what)).toBe(true);
const equalRows = (matrix: Matrix) => new Set(matrix.map((row) => row.join())).size < matrix.length;
const smallest = <T>(arbitrary: fc.Arbitrary<T>, fails: (value: T) => boolean): T => {
  const { counterexample } = fc.check(
    fc.property(arbitrary, (value) => !fails(value)),
    { seed: 5, numRuns: 5000 },
  );
  return counterexample![0];
};

describe("matrices", () => {
  const matrices = fc.sample(rectangularMatrices(4, 3, { min: -2, max: 2 }), { numRuns: 400, seed: 2 });

  it("have zeros, ends, equal rows, any rank and rows of zeros among them", () => {
    const ranks = new Set(matrices.map((matrix) => numericRank(matrix)));
    expect([...ranks].sort()).toEqual(expect.arrayContaining([0, 1, 2, 3]));
    has(matrices, equalRows);
    has(matrices, (matrix) => !equalRows(matrix) && numericRank(matrix) === 3);
    has(matrices, (matrix) => matrix.every((row) => row.every(Number.isInteger)) && numericRank(matrix) > 1);
    has(matrices, (matrix) => matrix.filter((row) => row.every((x) => x === 0)).length === 1);
    has(matrices, (matrix) => matrix.some((row) => row.some((x) => x !== 0 && Math.abs(x) < 1e-4)));
    has(matrices, (matrix) => matrix.flat().some((x) => x === 2) && matrix.flat().some((x) => x === -2));
  });

  it("shrink to entries that are easy to read", () => {
    const range = { min: -5, max: 5 };
    const sum = (matrix: Matrix) => matrix.flat().reduce((total, x) => total + x, 0);
    const matrix = smallest(rectangularMatrices(2, 2, range), (value) => sum(value) > 1);
    expect(sum(matrix)).toBeLessThanOrEqual(2.5);
    expect(matrix.flat().filter((x) => x !== 0).length).toBeLessThanOrEqual(2);
    expect(JSON.stringify(matrix).length).toBeLessThan(24);
    expect(smallest(rectangularMatrices(3, 2, range), () => true)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe("conditional probabilities", () => {
  const matrices = fc.sample(stochasticMatrices(4, 3), { numRuns: 400, seed: 4 });

  it("have deterministic, nearly deterministic, uniform and equal rows, zeros, and any rank", () => {
    const isUnit = (row: readonly number[]) => row.includes(1);
    has(matrices, (matrix) => matrix.every(isUnit) && numericRank(matrix) === 3);
    has(matrices, (matrix) => matrix.every(isUnit) && numericRank(matrix) === 1);
    has(matrices, (matrix) => matrix.some((row) => row.includes(1e-12)));
    has(matrices, (matrix) => matrix.some((row) => row.includes(0) && !isUnit(row)));
    has(matrices, (matrix) => matrix.some((row) => row.every((p) => p === 1 / 3)));
    has(matrices, (matrix) => equalRows(matrix) && !matrix.some(isUnit));
    const full = matrices.filter((matrix) => matrix.flat().every((p) => p > 1e-3));
    expect(new Set(full.map((matrix) => numericRank(matrix)))).toEqual(new Set([1, 2, 3]));
  });

  it("have rows that sum to 1 within rounding, also after shrinking", () => {
    const sums = (matrix: Matrix) => matrix.map((row) => Math.abs(row.reduce((sum, p) => sum + p, 0) - 1));
    fc.assert(
      fc.property(stochasticMatrices(3, 5), (matrix) => {
        expect(Math.max(...sums(matrix))).toBeLessThan(1e-14);
        expect(Math.min(...matrix.flat())).toBeGreaterThanOrEqual(0);
      }),
    );
    const shrunk = smallest(stochasticMatrices(3, 5), (matrix) => matrix.every((row) => Math.max(...row) < 0.9));
    expect(Math.max(...sums(shrunk))).toBeLessThan(1e-14);
  });

  it("shrink to small fractions", () => {
    expect(smallest(stochasticRows(4), () => true)).toEqual([1, 0, 0, 0]);
    expect(smallest(stochasticRows(3), (row) => row[2]! > 0.3)).toEqual([0, 0, 1]);
    expect(smallest(stochasticRows(2), (row) => row[1]! > 0.3 && row[1]! < 0.6)).toEqual([0.5, 0.5]);
    const broad = smallest(stochasticMatrices(3, 2), (matrix) => matrix.some((row) => row[0]! > 0.1 && row[0]! < 0.9));
    expect(broad.filter((row) => row.includes(1))).toHaveLength(2);
    expect(broad.find((row) => !row.includes(1))).toEqual([0.5, 0.5]);
  });
});

describe("sizes", () => {
  const parameters = {
    P: { set: "stochastic", rows: "m", columns: "n", doc },
    W: { set: "matrix", rows: "n", columns: "k", min: -1, max: 1, doc },
    m: { set: "integer", min: 1, max: 6, doc },
    n: { set: "integer", min: 1, max: 5, doc },
    k: { set: "integer", min: 1, max: 3, doc },
  } as const satisfies Parameters;

  it("are those of several integer parameters", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(valuesOf(parameters), (values) => {
        const { P, W, m, n, k } = values;
        expect([P.length, P[0]!.length, W.length, W[0]!.length]).toEqual([m, n, n, k]);
        validatePoint(parameters, values as Point);
        seen.add(`${m} ${n} ${k}`);
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBeGreaterThan(20);
  });

  it("of a parameter that is missing are refused", () => {
    expect(() => arbitraryOf({ set: "matrix", rows: "m", columns: 2, min: 0, max: 1, doc }, {})).toThrow(RangeError);
  });

  const associative = (right: (x: number) => number): Theorem<typeof parameters> =>
    toy(parameters, [
      {
        kind: "routes",
        left: {
          name: "sums over rows",
          evaluate: ({ P, W }) =>
            P.map((row) => row.reduce((sum, p, j) => sum + p * W[j]!.reduce((s, w) => s + w, 0), 0)),
        },
        right: {
          name: "sums over columns",
          evaluate: ({ P, W, k }) =>
            P.map((row) => {
              let sum = 0;
              for (let c = 0; c < k; c++) sum += row.reduce((part, p, j) => part + p * right(W[j]![c]!), 0);
              return sum;
            }),
        },
        tolerance: { ...rounding, unit: "abs" },
      },
    ]);

  it("are carried through a check, which finds and shows a small counterexample", async () => {
    expect((await check(associative((x) => x))).status).toBe("holds");
    const { status, counterexample } = await check(associative((x) => (x > 0.7 ? 0 : x)));
    expect(status).toBe("refuted");
    const { m, n, k, P, W } = counterexample!.at;
    expect([(P as Matrix).length, (W as Matrix).length, (W as Matrix)[0]!.length]).toEqual([m, n, k]);
    // one entry alone refutes it
    const entries = (W as Matrix).flat().filter((x) => x !== 0);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toBeGreaterThan(0.7);
    expect((P as Matrix).every((row) => row.includes(1))).toBe(true);
    expect(fc.check(property(associative((x) => x))).failed).toBe(false);
  });
});
