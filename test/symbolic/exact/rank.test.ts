import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numericRank } from "../../../src/numeric/linearAlgebra/singularValues.js";
import { exactRank } from "../../../src/symbolic/exact/rank.js";
import { type Rational, rational } from "../../../src/symbolic/rational.js";

const integers = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((entry) => rational(entry)));

/** Pairs {i, j} of n things, one row each, with a 1 at the two. */
const pairs = (n: number): number[][] => {
  const rows: number[][] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) rows.push(Array.from({ length: n }, (_, k) => (k === i || k === j ? 1 : 0)));
  }
  return rows;
};

describe("exactRank", () => {
  it("agrees with singular values on small integers", () => {
    const matrix = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([m, n]) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n, maxLength: n }), {
        minLength: m,
        maxLength: m,
      }),
    );
    fc.assert(
      fc.property(matrix, (rows) => {
        expect(exactRank(integers(rows))).toBe(numericRank(rows));
      }),
    );
  });

  it("of a product is the inner size, with fractions of any denominators", () => {
    const entry = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(entry, { minLength: 60, maxLength: 60 }),
        (rank, entries) => {
          const at = (k: number): Rational => rational(...entries[k]!);
          // [I; R] [I, S] has rank `rank` whatever R and S are
          const left = (i: number, k: number) => (i < rank ? rational(i === k ? 1 : 0) : at((i * 7 + k) % 60));
          const right = (k: number, j: number) => (j < rank ? rational(j === k ? 1 : 0) : at((j * 11 + k + 5) % 60));
          const rows = Array.from({ length: 6 }, (_, i) =>
            Array.from({ length: 7 }, (_, j) => {
              let [p, q] = [0n, 1n];
              for (let k = 0; k < rank; k++) {
                const [a, b] = [left(i, k), right(k, j)];
                const denominator = a.denominator * b.denominator;
                [p, q] = [p * denominator + a.numerator * b.numerator * q, q * denominator];
              }
              return rational(p, q);
            }),
          );
          expect(exactRank(rows)).toBe(rank);
        },
      ),
    );
  });

  it("of all pairs among n things is n, except for n = 2", () => {
    expect(exactRank(integers(pairs(2)))).toBe(1);
    for (const n of [3, 4, 5, 12, 30]) expect(exactRank(integers(pairs(n)))).toBe(n);
  });

  it("sees what doubles do not: a Hilbert matrix is regular, and singular when its last row is the sum of the others", () => {
    const hilbert = Array.from({ length: 20 }, (_, i) => Array.from({ length: 20 }, (_, j) => rational(1, i + j + 1)));
    expect(exactRank(hilbert)).toBe(20);
    const sum = hilbert[0]!.map((_, j) => {
      let [p, q] = [0n, 1n];
      for (const row of hilbert.slice(0, 19)) {
        const { numerator, denominator } = row[j]!;
        [p, q] = [p * denominator + numerator * q, q * denominator];
      }
      return rational(p, q);
    });
    expect(exactRank([...hilbert.slice(0, 19), sum])).toBe(19);
  });

  it("of 0/1 matrices with hundreds of rows", () => {
    // cyclic: row i has ones at i, i+1, i+2 mod n; singular exactly when 3 divides n, and then of rank n - 2
    const cyclic = (n: number) =>
      integers(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => ((j - i + n) % n < 3 ? 1 : 0))));
    expect(exactRank(cyclic(100))).toBe(100);
    expect(exactRank(cyclic(99))).toBe(97);
    expect(exactRank(integers(pairs(36)))).toBe(36);
    const outer = (n: number) => {
      // rows of the table of i AND j bits: the rank of the 2^k x 2^k matrix of disjointness is 2^k
      const size = 2 ** n;
      return integers(
        Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => ((i & j) === 0 ? 1 : 0))),
      );
    };
    expect(exactRank(outer(8))).toBe(256);
  });

  it("of nothing is 0, and ragged rows are refused", () => {
    expect(exactRank([])).toBe(0);
    expect(exactRank([[], []])).toBe(0);
    expect(exactRank(integers([[0, 0]]))).toBe(0);
    expect(() => exactRank(integers([[1], [1, 2]]))).toThrowError(RangeError);
  });
});
