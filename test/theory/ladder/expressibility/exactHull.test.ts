import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactSimplex } from "../../../../src/theory/ladder/expressibility/exactSimplex.js";
import { hullVertices } from "../../../../src/theory/ladder/expressibility/hullVertices.js";
import { productVertices } from "../../../../src/theory/ladder/expressibility/productVertices.js";

describe("hullVertices without a tolerance", () => {
  it.each([
    [
      "columns of different size",
      [
        [10000, 0],
        [0, 1e-6],
        [0, 2e-6],
      ],
      [0, 1, 2],
    ],
    [
      "columns ten powers apart",
      [
        [1e10, 0],
        [0, 1],
        [0, 2],
      ],
      [0, 1, 2],
    ],
    [
      "a thin rectangle",
      [
        [0, 0],
        [1e-11, 0],
        [0, 1],
        [1e-11, 1],
      ],
      [0, 1, 2, 3],
    ],
    [
      "a row just inside a corner and one just outside an edge",
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [1e-10, 1e-10],
        [-1e-10, 0.5],
      ],
      [0, 1, 2, 4],
    ],
    [
      "a row just beyond an edge",
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [0.5, 0.5000000001],
      ],
      [0, 1, 2, 3],
    ],
    [
      "the largest and the smallest doubles",
      [
        [1e308, 0],
        [-1e308, 5e-324],
        [0, -5e-324],
        [0, 0],
      ],
      [0, 1, 2],
    ],
    ["one column and an offset that hides the rest", [[1e15], [1000000000000001], [1000000000000002]], [0, 2]],
    [
      "constant columns",
      [
        [7, 1],
        [7, 2],
        [7, 3],
      ],
      [0, 2],
    ],
    [
      "three equal rows",
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      [],
    ],
    ["an exact third of decimals", [[0], [0.1], [0.3]], [0, 2]],
  ] as [string, number[][], number[]][])("decides %s", (_, P, vertices) => {
    const found = hullVertices(P);
    expect(found).toMatchObject({ vertices, undecided: [], allVertices: vertices.length === P.length });
  });

  it("knows of both certificates that they are right, in columns of any units", () => {
    const power = fc.integer({ min: -12, max: 12 });
    const cloud = fc.integer({ min: 1, max: 4 }).chain((n) =>
      fc.tuple(
        fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: n, maxLength: n }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(power, { minLength: n, maxLength: n }),
      ),
    );
    fc.assert(
      fc.property(cloud, ([P, powers]) => {
        const found = hullVertices(P.map((row) => row.map((x, k) => Number(`${x}e${powers[k]}`))));
        expect(found.undecided).toEqual([]);
        expect(found.vertices).toEqual(hullVertices(P).vertices);
      }),
      { numRuns: 150 },
    );
  });

  it("agrees with the simplex method in integers, whose two proofs exclude each other", () => {
    const rows = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 10,
    });
    fc.assert(
      fc.property(rows, (P) => {
        const integers = P.map((row) => row.map(BigInt));
        const dot = (a: readonly bigint[], b: readonly bigint[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0n);
        hullVertices(P).rows.forEach(({ verdict }, i) => {
          const proof = exactSimplex(integers, i)!;
          if (proof.kind === "functional") {
            const own = dot(proof.functional, integers[i]!);
            expect(integers.every((row, j) => j === i || dot(proof.functional, row) < own)).toBe(true);
            expect(verdict).toBe("vertex");
          } else {
            const { numerators, denominator } = proof;
            expect(numerators.every((value) => value >= 0n) && numerators[i] === 0n).toBe(true);
            expect(numerators.reduce((a, b) => a + b)).toBe(denominator);
            const sums = integers[i]!.map((_, k) =>
              dot(
                numerators,
                integers.map((row) => row[k]!),
              ),
            );
            expect(sums).toEqual(integers[i]!.map((x) => x * denominator));
            expect(verdict).toBe("inside");
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it("keeps the vertices under F of full row rank, however nearly it has less (Theorem 7)", () => {
    const P = [
      [1, 2],
      [2, 3],
      [3, 9],
    ];
    for (const F of [
      [
        [1, 1],
        [1, 1.0000000001],
      ],
      [
        [1, 0],
        [0, 1e-14],
      ],
    ]) {
      expect(productVertices(P, F)).toMatchObject({ fullRowRank: true, PF: { vertices: [0, 1, 2] } });
    }
  });

  it("takes rounded thirds as they stand, and as thirds with a tolerance", () => {
    const P = [
      [0, 0],
      [1, 0.3333333333],
      [0.5, 0.1666666667],
    ];
    expect(hullVertices(P).vertices).toEqual([0, 1, 2]);
    expect(hullVertices(P, { tolerance: 1e-9 }).vertices).toEqual([0, 1]);
  });

  it("gives functionals in the units of P, also where rows sum to almost 1", () => {
    const P = [
      [1 / 3, 2 / 3, 0],
      [1 / 7, 1 / 7, 5 / 7],
      [0.2, 0.3, 0.5],
      [0.9, 0.05, 0.05],
    ];
    hullVertices(P, { tolerance: 0 }).rows.forEach((row, i) => {
      if (row.verdict !== "vertex") throw new Error(row.verdict);
      const values = P.map((p) => p.reduce((sum, x, k) => sum + x * row.functional[k]!, 0));
      const margin = Math.min(...values.filter((_, j) => j !== i).map((value) => values[i]! - value));
      expect(Math.abs(margin - row.margin)).toBeLessThan(1e-15);
    });
  });
});

describe("tables of rounded probabilities", () => {
  const thirds = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [1 / 3, 1 / 3, 1 / 3],
    [1 / 7, 2 / 7, 4 / 7],
  ];

  it("have a tolerance by default: rounding alone is no vertex", () => {
    const found = hullVertices(thirds);
    expect(found.tolerance).toBe(1e-10);
    expect(found.vertices).toEqual([0, 1, 2]);
    expect(hullVertices(thirds, { tolerance: 0 }).vertices).toContain(4);
  });

  it("lend it to their product with F; other matrices and exact tables have none", () => {
    const { P, PF } = productVertices(thirds, [[1], [2], [3]]);
    expect([P.tolerance, PF.tolerance]).toEqual([1e-10, 1e-10]);
    expect(PF.vertices).toEqual([0, 2]);
    expect(
      hullVertices([
        [0.45, 0.55],
        [0.1, 0.9],
      ]).tolerance,
    ).toBe(0);
    expect(
      hullVertices([
        [1 / 3, 1 / 3],
        [1, 2],
      ]).tolerance,
    ).toBe(0);
  });
});
