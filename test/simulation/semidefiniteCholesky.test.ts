import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyInverse, semidefiniteCholesky } from "../../src/simulation/semidefiniteCholesky.js";

describe("semidefiniteCholesky", () => {
  // K = A A^T with A size x rank; multiplied by its g-inverse on both sides it comes back
  const cases = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([size, rank]) =>
      fc.tuple(
        fc.constant(size),
        fc.constant(rank),
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: size * rank, maxLength: size * rank }),
      ),
    );

  it("factors singular matrices, and gives a g-inverse of them", () => {
    fc.assert(
      fc.property(cases, ([size, rank, entries]) => {
        const at = (i: number, j: number) => {
          let sum = 0;
          for (let k = 0; k < rank; k++) sum += entries[i * rank + k]! * entries[j * rank + k]!;
          return sum;
        };
        const gram = Float64Array.from({ length: size * size }, (_, k) => at(Math.floor(k / size), k % size));
        const factor = semidefiniteCholesky(gram, size, 1e-12);
        expect(factor.rank).toBeLessThanOrEqual(Math.min(size, rank));
        const product = times(factor.lower, transposed(factor.lower, size), size);
        // whole numbers up to 2: a pivot's share is at least 1/16^4, so rounding stays below 1e-10
        const near = (a: Float64Array) => {
          for (const [k, x] of a.entries()) expect(Math.abs(x - gram[k]!)).toBeLessThan(1e-7);
        };
        near(product);
        near(times(gram, applyInverse(factor, gram.slice()), size));
      }),
    );
  });

  const times = (a: Float64Array, b: Float64Array, size: number) =>
    Float64Array.from({ length: size * size }, (_, k) => {
      let sum = 0;
      for (let m = 0; m < size; m++) sum += a[Math.floor(k / size) * size + m]! * b[m * size + (k % size)]!;
      return sum;
    });
  const transposed = (a: Float64Array, size: number) => a.map((_, k) => a[(k % size) * size + Math.floor(k / size)]!);
});
