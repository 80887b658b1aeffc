import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hullDistance } from "../../../../src/theorems/ladder/ways/hullDistance.js";
import { hullVertices } from "../../../../src/theory/ladder/expressibility/hullVertices.js";
import { productVertices } from "../../../../src/theory/ladder/expressibility/productVertices.js";
import { casesOfKind, within } from "../cases.js";

const integers = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: most }), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: rows,
  });

/** Rows with small denominators: many duplicates, midpoints and rows in faces. */
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, most]) => integers(8, n, most));

describe("hullVertices", () => {
  it.each(casesOfKind("vertices"))("has the reference's vertices: $id", ({ inputs, expected, tolerance }) => {
    const { P, PF, fullRowRank } = productVertices(inputs.P, inputs.F);
    const got = {
      vertices_P: P.vertices,
      vert_P: P.count,
      all_vert: P.allVertices,
      F_full_row_rank: fullRowRank,
      vertices_PF: PF.vertices,
    };
    within(got, expected, tolerance);
  });

  it("agrees with the distance to the hull of the others by Wolfe's minimum-norm point, on tables of small integers", () => {
    fc.assert(
      fc.property(tables, (P) => {
        const { rows, undecided } = hullVertices(P, { tolerance: 0 });
        expect(undecided).toEqual([]);
        rows.forEach(({ verdict }, i) => {
          const distance = hullDistance(P, i);
          // distances of lattice points up to 3 in 4 dimensions are 0 or above 1/100
          expect(verdict).toBe(distance > 1e-3 ? "vertex" : "inside");
        });
      }),
      { numRuns: 150 },
    );
  });

  it("gives certificates that can be checked: a functional with a margin below the distance, a combination with a residual above it", () => {
    fc.assert(
      fc.property(tables, (P) => {
        hullVertices(P).rows.forEach((row, i) => {
          if (row.verdict === "vertex") {
            const values = P.map((p) => p.reduce((sum, x, k) => sum + x * row.functional[k]!, 0));
            const length = row.functional.reduce((sum, w) => sum + Math.abs(w), 0);
            const margins = values.filter((_, j) => j !== i).map((value) => (values[i]! - value) / length);
            if (margins.length > 0) expect(Math.min(...margins)).toBeCloseTo(row.margin, 12);
            expect(row.margin).toBeGreaterThan(0);
          } else {
            const { weights, residual } = row as Extract<typeof row, { verdict: "inside" }>;
            expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
            expect(weights[i]).toBe(0);
            expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
            const left = P[i]!.map((x, k) => x - P.reduce((sum, p, j) => sum + weights[j]! * p[k]!, 0));
            expect(Math.max(...left.map(Math.abs))).toBeLessThanOrEqual(residual + 1e-14);
          }
        });
      }),
    );
  });

  it("finds all rows of a random point cloud on a sphere, and none of their mean", () => {
    const sphere = Array.from({ length: 30 }, (_, i) => [
      Math.cos(i),
      Math.sin(i) * Math.cos(3 * i),
      Math.sin(i) * Math.sin(3 * i),
    ]);
    const mean = sphere[0]!.map((_, k) => sphere.reduce((sum, p) => sum + p[k]! / 30, 0));
    const { vertices, allVertices } = hullVertices([...sphere, mean]);
    expect(vertices).toEqual(sphere.map((_, i) => i));
    expect(allVertices).toBe(false);
  });

  it("reads decimals as they are written: 0.1 lies between 0 and 0.3 exactly, and thirds are inside within the tolerance", () => {
    expect(hullVertices([[0], [0.1], [0.3]], { tolerance: 0 }).rows[1]).toMatchObject({
      verdict: "inside",
      residual: 0,
    });
    const line = [
      [1, 0],
      [0, 1],
      [1 / 3, 2 / 3],
    ];
    expect(hullVertices(line, { tolerance: 1e-10 }).rows[2]).toMatchObject({ verdict: "inside" });
    // exactly, 0.3333333333333333 + 0.6666666666666666 is not 1
    expect(hullVertices(line, { tolerance: 0 }).rows[2]!.verdict).toBe("vertex");
  });

  it("says undecided, with both bounds, where the distance is about the tolerance", () => {
    const P = [
      [0, 0],
      [1, 0],
      [0.5, 1e-3],
      [0.5, -1],
    ];
    // the distance of row 2 in the largest entry is 1e-3
    const [below, above] = [1e-3 * (1 - 1e-15), 1e-3 * (1 + 1e-15)];
    expect(hullVertices(P, { tolerance: below / 2 }).rows[2]!.verdict).toBe("vertex");
    expect(hullVertices(P, { tolerance: 2 * above }).rows[2]!.verdict).toBe("inside");
    const irrational = P.map(([x, y]) => [x! * Math.cos(1) - y! * Math.sin(1), x! * Math.sin(1) + y! * Math.cos(1)]);
    const { distance } = bounds(irrational);
    const { rows, undecided, allVertices } = hullVertices(irrational, { tolerance: distance });
    expect(undecided).toEqual([2]);
    expect(rows[2]).toMatchObject({ verdict: "undecided" });
    expect(allVertices).toBe(null);
  });

  it("takes one row, one column, equal rows and large offsets", () => {
    expect(hullVertices([[3, 1]])).toMatchObject({ count: 1, allVertices: true });
    expect(
      hullVertices([
        [2, 1],
        [2, 1],
        [0, 0],
      ]).vertices,
    ).toEqual([2]);
    expect(hullVertices([[1], [3], [2]]).vertices).toEqual([0, 1]);
    const far = [0, 1, 2].map((x) => [1e9 + x, 1e9 + x * x]);
    expect(hullVertices(far, { tolerance: 1e-6 }).vertices).toEqual([0, 1, 2]);
  });

  it.each([
    [[], /P = \[\]/],
    [[[1, 2], [3]], /P\[1\]\.length/],
    [[[Number.NaN]], /P\[0\]\[0\] = NaN/],
    [[[]], /P\[0\]/],
    [Array.from({ length: 300 }, (_, i) => [i]), /at most 256 rows/],
  ])("names what is wrong with %j", (P, message) => {
    expect(() => hullVertices(P as number[][])).toThrow(message as RegExp);
  });

  it("refuses a negative tolerance", () => {
    expect(() => hullVertices([[1]], { tolerance: -1 })).toThrow(/tolerance = -1/);
  });
});

/** The distance of row 2, by the verdicts of a bisection of the tolerance: the last tolerance at which it is neither a vertex nor inside, if any. */
function bounds(P: readonly (readonly number[])[]): { readonly distance: number } {
  let [low, high] = [0, 1];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    const { verdict } = hullVertices(P, { tolerance: middle }).rows[2]!;
    if (verdict === "undecided") return { distance: middle };
    if (verdict === "vertex") low = middle;
    else high = middle;
  }
  return { distance: low };
}

describe("productVertices", () => {
  it("has the vertices of P when F has full row rank", () => {
    fc.assert(
      fc.property(integers(6, 3, 3), integers(3, 4, 3), (P, F) => {
        fc.pre(F.length === 3);
        const { P: own, PF, fullRowRank } = productVertices(P, F, { tolerance: 0 });
        fc.pre(fullRowRank);
        expect(PF.vertices).toEqual(own.vertices);
      }),
      { numRuns: 60 },
    );
  });

  it("never has a vertex that P has not", () => {
    fc.assert(
      fc.property(integers(6, 3, 2), integers(3, 2, 2), (P, F) => {
        fc.pre(F.length === 3);
        const { P: own, PF } = productVertices(P, F, { tolerance: 0 });
        expect(own.vertices).toEqual(expect.arrayContaining([...PF.vertices]));
      }),
      { numRuns: 60 },
    );
  });

  it("refutes 'PF is all-vert iff P is': three corners fall on a segment", () => {
    const identity = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    const { P, PF, rank, fullRowRank } = productVertices(identity, [[0], [1], [0.5]]);
    expect([P.allVertices, PF.allVertices, rank, fullRowRank]).toEqual([true, false, 1, false]);
  });
});
