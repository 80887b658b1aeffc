import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numericRank, singularValues } from "../../../src/numeric/linearAlgebra/singularValues.js";
import { symmetricEigenvalues } from "../../../src/numeric/linearAlgebra/symmetricEigenvalues.js";

const matrices = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })).chain(([m, n]) =>
  fc.array(
    fc.array(
      fc.integer({ min: -1000, max: 1000 }).map((entry) => entry / 1000),
      { minLength: n, maxLength: n },
    ),
    {
      minLength: m,
      maxLength: m,
    },
  ),
);

const transpose = (rows: readonly (readonly number[])[]) => rows[0]!.map((_, j) => rows.map((row) => row[j]!));

describe("singularValues", () => {
  it("are the largest eigenvalues of the matrix [[0, A], [A^T, 0]]", () => {
    fc.assert(
      fc.property(matrices, (rows) => {
        const [m, n] = [rows.length, rows[0]!.length];
        const size = m + n;
        const both = new Float64Array(size * size);
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) {
            both[i * size + m + j] = rows[i]![j]!;
            both[(m + j) * size + i] = rows[i]![j]!;
          }
        }
        const expected = Array.from(symmetricEigenvalues(both, size)).reverse().slice(0, Math.min(m, n));
        const values = singularValues(rows);
        expect(values).toHaveLength(expected.length);
        for (const [k, value] of values.entries()) expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-13);
        for (const [k, value] of singularValues(transpose(rows)).entries())
          expect(Math.abs(value - values[k]!)).toBeLessThan(1e-13);
      }),
    );
  });

  it("scale with the matrix, to both ends of the doubles", () => {
    const rows = [
      [3, 0],
      [4, 5],
    ];
    for (const power of [-1060, -500, 0, 500, 1020]) {
      const values = singularValues(rows.map((row) => row.map((entry) => entry * 2 ** power)));
      expect(values[0]! / 2 ** power / Math.sqrt(45)).toBeCloseTo(1, power < -1022 ? 3 : 14);
      expect(values[1]! / 2 ** power / Math.sqrt(5)).toBeCloseTo(1, power < -1022 ? 3 : 14);
    }
  });

  it("of empty, zero and single matrices", () => {
    expect(singularValues([])).toEqual([]);
    expect(singularValues([[], []])).toEqual([]);
    expect(singularValues([[0, 0]])).toEqual([0]);
    expect(singularValues([[-3]])).toEqual([3]);
  });

  it("refuse ragged rows and NaN", () => {
    expect(() => singularValues([[1, 2], [3]])).toThrowError(expect.objectContaining({ code: "domain" }));
    expect(() => singularValues([[1, Number.NaN]])).toThrowError(expect.objectContaining({ code: "domain" }));
  });
});

describe("numericRank", () => {
  it("of a product of random factors is their inner size", () => {
    const product = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
      a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
    // Vandermonde matrices of distinct nodes: every minor of theirs is non-zero
    const power = (rows: number, columns: number) =>
      Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => ((i + 1) / rows) ** j));
    for (let rank = 1; rank <= 4; rank++) {
      expect(numericRank(product(power(6, rank), transpose(power(5, rank))))).toBe(rank);
    }
  });

  it("depends on the tolerance, and refuses one of 1", () => {
    const rows = [
      [1, 0],
      [0, 1e-8],
    ];
    expect(numericRank(rows)).toBe(2);
    expect(numericRank(rows, 1e-6)).toBe(1);
    expect(numericRank([[0, 0]])).toBe(0);
    expect(numericRank([])).toBe(0);
    expect(() => numericRank(rows, 1)).toThrowError(expect.objectContaining({ code: "domain" }));
  });
});
