import fc from "fast-check";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { multiply } from "../../../../src/numeric/linearAlgebra/denseMatrix.js";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { exactRank } from "../../../../src/symbolic/exact/rank.js";
import { rational } from "../../../../src/symbolic/rational.js";
import { expressibility, losslessLayer } from "../../../../src/theory/ladder/expressibility/expressibility.js";
import { hullVertices } from "../../../../src/theory/ladder/expressibility/hullVertices.js";
import { minimalLinearLoss } from "../../../../src/theory/ladder/expressibility/minimalLinearLoss.js";
import { hasPerfectMatching } from "../../../../src/theory/ladder/expressibility/perfectMatching.js";
import { permanentZeroCount } from "../../../../src/theory/ladder/expressibility/permanentZeroCount.js";
import { reluLossBound } from "../../../../src/theory/ladder/expressibility/reluLossBound.js";
import { reluSingularity } from "../../../../src/theory/ladder/expressibility/reluSingularity.js";
import { concatenated, separators } from "../../../../src/theory/ladder/expressibility/separators.js";
import { casesOfKind, within } from "../cases.js";

const leafCounts = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .filter((counts) => counts.reduce((a, b) => a * b, 1) <= 24);

describe("expressibility", () => {
  it.each(casesOfKind("expressibility"))("has the reference's losses: $id", ({ inputs, expected, tolerance }) => {
    const found = expressibility(inputs.leaf_event_counts);
    const got = {
      m: found.events,
      linear_rank: found.linearRank,
      min_loss_linear: found.linearLoss,
      min_loss_relu: found.reluLoss,
      each_child_all_vert: found.eachChildAllVertices,
      concatenation_all_vert: found.concatenationAllVertices,
    };
    within(got, expected, tolerance);
  });

  it("says of the closed form what rank, hulls and weights say of the tables", () => {
    fc.assert(
      fc.property(leafCounts, (counts) => {
        const found = expressibility(counts);
        const { tables, weights, biases } = losslessLayer(counts);
        const all = concatenated(tables);
        expect(exactRank(all.map((row) => row.map((x) => rational(x))))).toBe(found.linearRank);
        expect(minimalLinearLoss(all).loss).toBe(found.linearLoss);
        expect(tables.every((table) => hullVertices(table).allVertices)).toBe(found.eachChildAllVertices);
        expect(hullVertices(all).allVertices).toBe(found.concatenationAllVertices);
        const output = multiply(all, weights.flat()).map((row) => row.map((x, i) => Math.max(0, x + biases[i]!)));
        expect(output).toEqual(all.map((_, i) => all.map((__, j) => Number(i === j))));
      }),
      { numRuns: 30 },
    );
  });

  it("loses 2^n - n - 1 without ReLU on n binary leaves", () => {
    expect([1, 2, 3, 10, 40].map((n) => expressibility(new Array(n).fill(2)).linearLoss)).toEqual(
      [1, 2, 3, 10, 40].map((n) => 2 ** n - n - 1),
    );
  });

  it.each([[[]], [[2, 0]], [[1.5]], [new Array(60).fill(2)]])("refuses the leaves %j", (counts) => {
    expect(() => expressibility(counts)).toThrow(/leafEvents/);
  });

  it("refuses to build more than 1024 events", () => {
    expect(() => losslessLayer(new Array(11).fill(2))).toThrow(/at most 1024/);
  });
});

describe("separators", () => {
  it("tell the events of random tables apart whenever the concatenation is all-vert", () => {
    let built = 0;
    for (let seed = 0; seed < 30; seed++) {
      const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
      const [m, children] = [2 + (seed % 6), 1 + (seed % 3)];
      const tables = Array.from({ length: children }, () =>
        Array.from({ length: m }, () => {
          const p = stream.uniform();
          return [p, 1 - p];
        }),
      );
      if (hullVertices(concatenated(tables), { tolerance: 1e-3 }).allVertices !== true) continue;
      built += 1;
      const { output, residual, weights, biases } = separators(tables);
      const again = multiply(concatenated(tables), weights.flat()).map((row) =>
        row.map((x, i) => Math.max(0, x + biases[i]!)),
      );
      expect(again).toEqual(output);
      expect(residual).toBeLessThan(1e-11);
      for (const [i, row] of output.entries()) {
        expect(row.filter((_, j) => j !== i)).toEqual(new Array(m - 1).fill(0));
      }
    }
    expect(built).toBeGreaterThan(5);
  });

  it("names the row that no ReLU node can tell apart", () => {
    expect(() => separators([[[0], [1], [0.5]]])).toThrow(/row 2 has the margin/);
    expect(() => separators([[[0], [1]], [[1]]])).toThrow(/tables\[1\]\.length/);
    expect(() => separators([])).toThrow(/tables/);
  });

  it("takes a single event", () => {
    expect(separators([[[1]]]).output).toEqual([[1]]);
  });
});

describe("reluLossBound", () => {
  it("bounds the loss of any weights from below, and is 0 where the loss can be", () => {
    const P = [[0], [1], [0.5], [0.25]];
    const bound = reluLossBound(P);
    expect(bound).toBeGreaterThanOrEqual(1);
    const stream = new GaussianStream({ seed: 4, sample: 0, draw: 0 });
    let best = Infinity;
    for (let trial = 0; trial < 3000; trial++) {
      let loss = 0;
      for (let i = 0; i < 4; i++) {
        const [w, b] = [3 * stream.next(), 2 * stream.next()];
        loss += P.reduce((sum, [x], j) => sum + (Math.max(0, w * x! + b) - Number(i === j)) ** 2, 0);
      }
      best = Math.min(best, loss);
    }
    expect(best).toBeGreaterThanOrEqual(bound);
    expect(reluLossBound([[0], [1]])).toBe(0);
  });

  it("is attained: three points on a line lose 1/(1 + 1/4 + 1/4)", () => {
    const P = [[0], [1], [0.5]];
    expect(reluLossBound(P)).toBeCloseTo(2 / 3, 14);
    // nodes 0 and 1 tell the ends apart; a convex node 2 is nearest to (0, 0, 1) where it is 1/3 everywhere
    const biases = [1, -1, 1 / 3];
    const output = multiply(P, [[-2, 2, 0]]).map((row) => row.map((x, i) => Math.max(0, x + biases[i]!)));
    const loss = output.flatMap((row, j) => row.map((x, i) => (x - Number(i === j)) ** 2)).reduce((a, b) => a + b);
    expect(loss).toBeCloseTo(2 / 3, 14);
  });
});

describe("minimalLinearLoss", () => {
  it("does not depend on the scale of M: singular values count relative to the largest", () => {
    // rank 2; roundings of 0.1 leave a third singular value of 1e-17
    const M = [
      [0.1, 0.2, 0.3],
      [0.4, 0.5, 0.6],
      [0.7, 0.8, 0.9],
    ];
    for (const scale of [1e-12, 1, 1e12]) {
      const found = minimalLinearLoss(M.map((row) => row.map((entry) => scale * entry)));
      expect(found).toMatchObject({ loss: 1, rank: 2 });
      expect(found.gap).toBeGreaterThan(1e12);
    }
  });

  it("is the squared distance of the identity from the columns, by eigenvalues of the projection", () => {
    const M = [
      [1, 0, 2],
      [0, 1, 1],
      [1, 1, 3],
      [2, -1, 3],
    ];
    const { loss, rank, gap } = minimalLinearLoss(M);
    expect([loss, rank]).toEqual([2, 2]);
    expect(gap).toBeGreaterThan(1e12);
    const matrix = new Matrix(M);
    const gram = new EigenvalueDecomposition(matrix.transpose().mmul(matrix), { assumeSymmetric: true })
      .realEigenvalues;
    expect(gram.filter((x) => x > 1e-12)).toHaveLength(rank);
  });

  it("has a small gap where the rank is a guess, and refuses NaN and sizes", () => {
    expect(
      minimalLinearLoss([
        [1, 0],
        [0, 2e-11],
      ]),
    ).toMatchObject({ rank: 1 });
    expect(
      minimalLinearLoss([
        [1, 0, 0],
        [0, 3e-10, 0],
        [0, 0, 0.5e-10],
      ]).gap,
    ).toBeCloseTo(6, 9);
    expect(() => minimalLinearLoss([[Number.NaN]])).toThrow(/M\[0\]\[0\]/);
    expect(() => minimalLinearLoss(Array.from({ length: 513 }, () => [1]))).toThrow(/at most 512/);
    expect(minimalLinearLoss([[0, 0]])).toMatchObject({ loss: 1, rank: 0 });
  });
});

/** Determinant by expansion. */
function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 0) return 1;
  return rows[0]!.reduce((sum, x, c) => {
    const minor = rows.slice(1).map((row) => row.filter((_, k) => k !== c));
    return sum + (c % 2 === 0 ? x : -x) * determinant(minor);
  }, 0);
}

describe("reluSingularity", () => {
  it("has the standard error of one hit where no sample is singular", () => {
    // 2 n 2^-n = 7e-15 at n = 53: a row or a column without positive entries
    const { value, error } = reluSingularity(53, { samples: 20 }).probability;
    expect(value).toBe(0);
    expect(error).toBeCloseTo(Math.sqrt((0.05 * 0.95) / 20), 12);
    // of a single sample too
    expect(reluSingularity(53, { samples: 1 }).probability.error).toBe(1);
  });

  it("is 9/16 for 2 x 2, by sign patterns", () => {
    expect(reluSingularity(2).exact).toEqual(rational(9, 16));
    expect(reluSingularity(2).probability).toMatchObject({ value: 0.5625, method: "sign patterns" });
  });

  it.each([1, 2, 3, 4])("counts the 0/1 matrices without a matching one by one, n = %d", (n) => {
    let count = 0n;
    for (let pattern = 0; pattern < 2 ** (n * n); pattern++) {
      const rows = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (__, j) => ((pattern >> (i * n + j)) & 1) === 1),
      );
      if (!hasPerfectMatching(rows)) count += 1n;
    }
    expect(permanentZeroCount(n).count).toBe(count);
  });

  it.each([2, 3, 4])("is the share of ReLU(Gaussian) matrices with determinant 0, n = %d", (n) => {
    const samples = 10_000;
    let singular = 0;
    for (let sample = 0; sample < samples; sample++) {
      const stream = new GaussianStream({ seed: 11, sample, draw: n });
      const rows = Array.from({ length: n }, () => Array.from({ length: n }, () => Math.max(0, stream.next())));
      if (Math.abs(determinant(rows)) < 1e-12) singular += 1;
    }
    const p = reluSingularity(n).probability.value;
    // the seed is fixed; 4 standard errors
    expect(Math.abs(singular / samples - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / samples));
  });

  it("is near 2n/2^n of empty rows and columns for large n, by samples with a standard error", () => {
    const { probability, exact } = reluSingularity(12, { samples: 5000, seed: 3 });
    const empty = 1 - (1 - 2 ** -12) ** 24;
    expect(exact).toBe(null);
    // other obstructions are a few percent of these
    expect(Math.abs(probability.value - empty)).toBeLessThan(5 * probability.error);
    expect(probability.error).toBeGreaterThan(0);
    expect(reluSingularity(12, { samples: 5000, seed: 3 })).toEqual({ probability, exact });
  });

  it.each([0, 65, 1.5, Number.NaN])("refuses n = %s", (n) => {
    expect(() => reluSingularity(n)).toThrow(/n = /);
  });

  it("refuses more signs than it can draw", () => {
    expect(() => reluSingularity(64, { samples: 1e6 })).toThrow(/samples/);
  });
});
