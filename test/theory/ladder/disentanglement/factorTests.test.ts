import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiply } from "../../../../src/numeric/linearAlgebra/denseMatrix.js";
import {
  activationOf,
  disentangledActivation,
} from "../../../../src/theory/ladder/disentanglement/disentangledActivation.js";
import {
  disentangledGradient,
  gradientOf,
  rankOneResidual,
} from "../../../../src/theory/ladder/disentanglement/disentangledGradient.js";
import { kronecker, kroneckerVector } from "../../../../src/theory/ladder/disentanglement/kronecker.js";
import { separable, separableWeights } from "../../../../src/theory/ladder/disentanglement/separableWeights.js";
import { largestGap } from "../cases.js";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const vectorOf = (length: number) => fc.array(entry, { minLength: length, maxLength: length });
const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
const factors = sizes.chain((list) => fc.tuple(...list.map(vectorOf)));

describe("kronecker", () => {
  it("has the first factor as the most significant digit", () => {
    expect(
      kroneckerVector([
        [1, 2],
        [3, 5, 7],
      ]),
    ).toEqual([3, 5, 7, 6, 10, 14]);
    expect(
      kronecker([
        [[1, 2]],
        [
          [0, 1],
          [3, 0],
        ],
      ]),
    ).toEqual([
      [0, 1, 0, 2],
      [3, 0, 6, 0],
    ]);
    expect([kroneckerVector([]), kronecker([])]).toEqual([[1], [[1]]]);
  });

  it("multiplies factor by factor: (A x B)(C x D) = AC x BD", () => {
    const matrix = fc.array(vectorOf(2), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(matrix, matrix, matrix, matrix, (A, B, C, D) => {
        const left = multiply(kronecker([A, B]), kronecker([C, D]));
        expect(largestGap(left, kronecker([multiply(A, C), multiply(B, D)]))).toBeLessThan(1e-11);
      }),
    );
  });

  it("refuses products of more than 2^20 entries", () => {
    expect(() => kroneckerVector(new Array(21).fill([1, 1]))).toThrow(/at most 1048576/);
  });
});

describe("disentangledActivation", () => {
  it("finds the factors of 1 x .. f_j .. x 1, built by tensor products", () => {
    fc.assert(
      fc.property(factors, (list) => {
        const columns = list.map((f, j) => kroneckerVector(list.map((other, i) => (i === j ? f : other.map(() => 1)))));
        const F = columns[0]!.map((_, row) => columns.map((column) => column[row]!));
        expect(activationOf(list)).toEqual(F);
        const found = disentangledActivation(F, { sizes: list.map((f) => f.length) });
        expect(found.residual).toBeLessThan(1e-14);
        expect(largestGap(found.factors, list)).toBeLessThan(1e-14);
      }),
    );
  });

  it("measures what is not: one entry moved by d leaves (1 - share) d", () => {
    const F = activationOf([
      [1, 2],
      [3, 4],
    ]).map((row) => [...row]);
    F[0]![0]! += 1;
    const { residual, residuals, disentangled } = disentangledActivation(F);
    expect([residual, residuals, disentangled]).toEqual([0.5, [0.5, 0], false]);
  });

  it("depends on the order of the bits: swapped columns are not disentangled", () => {
    const F = activationOf([
      [0, 1],
      [0, 2],
    ]).map(([a, b]) => [b!, a!]);
    expect(disentangledActivation(F).disentangled).toBe(false);
  });

  it.each([
    [
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      {},
      /F\.length = 3/,
    ],
    [[[1], [2]], { sizes: [2, 2] }, /sizes\.length = 2/],
    [[[1], [2]], { sizes: [0] }, /sizes\[0\] = 0/],
    [[[1], [Number.NaN]], {}, /F\[1\]\[0\]/],
  ])("names what is wrong with %j, %j", (F, options, message) => {
    expect(() => disentangledActivation(F as number[][], options)).toThrow(message as RegExp);
  });
});

describe("disentangledGradient", () => {
  const p = [
    [0.3, 0.7],
    [0.6, 0.4],
    [0.5, 0.5],
  ];

  it("finds g~ of p_1 x .. g~_j .. x p_n, whose columns have rank 1", () => {
    fc.assert(
      fc.property(vectorOf(2), vectorOf(2), vectorOf(2), (...g) => {
        const found = disentangledGradient(gradientOf(g, p), p);
        expect(found.residual).toBeLessThan(1e-14);
        expect(Math.max(...found.rankOneResiduals)).toBeLessThan(1e-14);
        expect(largestGap(found.factors, g)).toBeLessThan(1e-13);
      }),
    );
  });

  it("tells rank 1 with other marginals from Definition 4", () => {
    const G = gradientOf(
      [
        [1, -1],
        [2, 1],
        [0, 3],
      ],
      p,
    ).map((row) => row.map((x) => 2 * x));
    expect(disentangledGradient(G, p).disentangled).toBe(true);
    const other = disentangledGradient(G, [p[1]!, p[0]!, p[2]!]);
    expect(other.disentangled).toBe(false);
    expect(Math.max(...other.rankOneResiduals)).toBeLessThan(1e-14);
  });

  it("refuses marginals that do not sum to 1", () => {
    expect(() => disentangledGradient([[1], [2]], [[0.5, 0.6]])).toThrow(/marginals\[0\] = a list with sum 1.1/);
  });
});

describe("rankOneResidual", () => {
  it("is 0 for products and for zeros, 1 for the identity, and the determinant over the pivot for 2 x 2", () => {
    expect(
      rankOneResidual(
        kroneckerVector([
          [1, -2],
          [3, 0, 1],
          [2, 5],
        ]),
        [2, 3, 2],
      ),
    ).toBeLessThan(1e-14);
    expect(rankOneResidual([0, 0, 0, 0], [2, 2])).toBe(0);
    expect(rankOneResidual([1, 0, 0, 1], [2, 2])).toBe(1);
    expect(rankOneResidual([4, 2, 1, 3], [2, 2])).toBe((4 * 3 - 2 * 1) / 4);
  });
});

describe("separableWeights", () => {
  it("reads the blocks that separable writes", () => {
    const blocks = [[1, 2], [], [3]];
    expect(separable(blocks)).toEqual([
      [1, 0, 0],
      [2, 0, 0],
      [0, 0, 3],
    ]);
    expect(separableWeights(separable(blocks), [2, 0, 1])).toEqual({ blocks, residual: 0, separable: true });
  });

  it("measures the largest entry outside them", () => {
    expect(
      separableWeights(
        [
          [1, -0.25],
          [0.1, 2],
        ],
        [1, 1],
      ),
    ).toMatchObject({ residual: 0.25, separable: false });
    expect(
      separableWeights(
        [
          [1, 1e-12],
          [0, 2],
        ],
        [1, 1],
      ).separable,
    ).toBe(true);
  });

  it.each([[[1]], [[1, 2]], [[-1, 3]], [[]]])("refuses the sizes %j for a 2 x 2 matrix", (sizes) => {
    expect(() =>
      separableWeights(
        [
          [1, 0],
          [0, 1],
        ],
        sizes,
      ),
    ).toThrow(/W|sizes/);
  });
});
