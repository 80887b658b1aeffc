import fc from "fast-check";
import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { pivotedCholesky } from "../../../src/numeric/linearAlgebra/pivotedCholesky.js";
import { addRowProducts } from "../../../src/numeric/linearAlgebra/rowProducts.js";
import { SpdInverse } from "../../../src/numeric/linearAlgebra/spdInverse.js";
import { symmetricEigenvalues } from "../../../src/numeric/linearAlgebra/symmetricEigenvalues.js";
import { randomCovariance, stream } from "../../support/covariances.js";

const flat = (rows: readonly (readonly number[])[]) => Float64Array.from(rows.flat());
const sizes = fc.record({
  size: fc.integer({ min: 1, max: 25 }),
  rank: fc.integer({ min: 1, max: 30 }),
  seed: fc.integer({ min: 1, max: 1e9 }),
});

describe("SpdInverse", () => {
  it("agrees with LU's inverse and with the eigenvalues' determinant at every size", () => {
    fc.assert(
      fc.property(sizes, ({ size, rank, seed }) => {
        const a = Matrix.add(new Matrix(randomCovariance(size, rank, seed)), Matrix.eye(size));
        const work = new SpdInverse(size);
        for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) work.matrix[i * work.stride + j] = a.get(i, j);
        const logDet = work.invert() ?? Number.NaN;
        const want = inverse(a);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j <= i; j++) {
            // A >= I, norm of A below 30
            expect(Math.abs(work.matrix[i * work.stride + j] - want.get(i, j))).toBeLessThan(1e-13);
          }
        }
        const eigenvalues = new EigenvalueDecomposition(a, { assumeSymmetric: true }).realEigenvalues;
        expect(Math.abs(logDet - eigenvalues.reduce((sum, x) => sum + Math.log(x), 0))).toBeLessThan(1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it("says so when the matrix is not positive definite, and can be used again", () => {
    const work = new SpdInverse(2);
    const load = (a: number, b: number, c: number) => {
      work.matrix[0] = a;
      work.matrix[work.stride] = b;
      work.matrix[work.stride + 1] = c;
    };
    load(1, 2, 1);
    expect(work.invert()).toBeUndefined();
    load(4, 0, 0.25);
    expect(work.invert()).toBeCloseTo(0, 15);
    expect(work.matrix[0]).toBe(0.25);
  });
});

describe("symmetricEigenvalues", () => {
  it("agrees with ml-matrix on random matrices, definite or not", () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ size, rank, seed }, shifted) => {
        const a = new Matrix(randomCovariance(size, rank, seed));
        if (shifted) a.sub(Matrix.eye(size).mul(2));
        const before = flat(a.to2DArray());
        const got = symmetricEigenvalues(before, size);
        const want = new EigenvalueDecomposition(a, { assumeSymmetric: true }).realEigenvalues.sort((x, y) => x - y);
        for (let k = 0; k < size; k++) expect(Math.abs(got[k] - want[k])).toBeLessThan(2e-13);
        expect(before).toEqual(flat(a.to2DArray()));
      }),
      { numRuns: 60 },
    );
  });

  it("takes diagonal and zero matrices", () => {
    expect(Array.from(symmetricEigenvalues(Float64Array.of(2, 0, 0, -1), 2))).toEqual([-1, 2]);
    expect(Array.from(symmetricEigenvalues(new Float64Array(9), 3))).toEqual([0, 0, 0]);
    expect(() => symmetricEigenvalues(new Float64Array(5), 2)).toThrow(RangeError);
  });
});

describe("pivotedCholesky", () => {
  it("factors semi-definite matrices with their rank", () => {
    fc.assert(
      fc.property(sizes, ({ size, rank, seed }) => {
        const a = flat(randomCovariance(size, rank, seed));
        const { rank: found, rows, rest } = pivotedCholesky(a, size, 1e-13);
        expect(found).toBeLessThanOrEqual(Math.min(size, rank));
        expect(Math.abs(rest)).toBeLessThan(1e-12);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            let sum = 0;
            for (let k = 0; k < found; k++) sum += rows[i * found + k] * rows[j * found + k];
            expect(Math.abs(sum - a[i * size + j])).toBeLessThan(1e-11);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("shows a negative rest for what is not semi-definite", () => {
    expect(pivotedCholesky(Float64Array.of(1, 2, 2, 1), 2, 1e-13).rest).toBeLessThan(-1);
    expect(pivotedCholesky(new Float64Array(4), 2, 1e-13).rank).toBe(0);
  });
});

describe("addRowProducts", () => {
  it("is the product of rows, added, whole or its lower triangle, at every size", () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), ({ size, rank, seed }, columns) => {
        const next = stream(seed);
        const a = Float64Array.from({ length: size * rank }, next);
        const b = Float64Array.from({ length: columns * rank }, next);
        const product = (x: Float64Array, i: number, y: Float64Array, j: number) => {
          let sum = 0;
          for (let k = 0; k < rank; k++) sum += x[i * rank + k] * y[j * rank + k];
          return sum;
        };
        const out = new Float64Array(size * columns).fill(1);
        addRowProducts(a, size, b, columns, rank, out);
        const lower = new Float64Array(size * size);
        addRowProducts(a, size, a, size, rank, lower, true);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < columns; j++)
            expect(Math.abs(out[i * columns + j] - 1 - product(a, i, b, j))).toBeLessThan(1e-14);
          for (let j = 0; j <= i; j++) expect(Math.abs(lower[i * size + j] - product(a, i, a, j))).toBeLessThan(1e-14);
        }
      }),
      { numRuns: 60 },
    );
  });
});
