import fc from "fast-check";
import { EigenvalueDecomposition, inverse, LuDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { gaussianProcess, type KernelBlocks } from "../../../../src/index.js";
import { randomCovariance, stream } from "../../../support/covariances.js";

interface Case {
  readonly blocks: KernelBlocks;
  readonly targets: number[][];
  readonly joint: Matrix;
}

/** n observed, m asked, p outputs. */
function caseOf(n: number, m: number, p: number, seed: number, rank = n + m + 2): Case {
  const joint = randomCovariance(n + m, rank, seed);
  const next = stream(seed + 1);
  const blocks = {
    observed: joint.slice(0, n).map((row) => row.slice(0, n)),
    cross: joint.slice(n).map((row) => row.slice(0, n)),
    prior: joint.slice(n).map((row) => row.slice(n)),
  };
  return {
    blocks,
    targets: Array.from({ length: n }, () => Array.from({ length: p }, next)),
    joint: new Matrix(joint),
  };
}

const cases = fc.record({
  n: fc.integer({ min: 1, max: 12 }),
  m: fc.integer({ min: 1, max: 5 }),
  p: fc.integer({ min: 1, max: 3 }),
  seed: fc.integer({ min: 1, max: 1e9 }),
  noise: fc.constantFrom(0.01, 0.3, 5),
});

describe("gaussianProcess", () => {
  it("is what the inverse, the eigenvalues and LU say", () => {
    fc.assert(
      fc.property(cases, ({ n, m, p, seed, noise }) => {
        const { blocks, targets } = caseOf(n, m, p, seed);
        const found = gaussianProcess(blocks, targets, noise);
        const a = Matrix.add(new Matrix(blocks.observed.map((row) => [...row])), Matrix.eye(n).mul(noise));
        const cross = new Matrix(blocks.cross.map((row) => [...row]));
        const y = new Matrix(targets);
        const weights = cross.mmul(inverse(a));
        const covariance = Matrix.sub(new Matrix(blocks.prior as number[][]), weights.mmul(cross.transpose()));
        const mean = weights.mmul(y);
        // condition number of A: at most tr K / noise, some 1e3
        const slack = 1e-11;
        for (let i = 0; i < m; i++) {
          for (let k = 0; k < p; k++) expect(Math.abs(found.mean[i][k] - mean.get(i, k))).toBeLessThan(slack);
          for (let j = 0; j < m; j++)
            expect(Math.abs((found.covariance?.[i][j] ?? Number.NaN) - covariance.get(i, j))).toBeLessThan(slack);
          expect(Math.abs(found.variance[i] - covariance.get(i, i))).toBeLessThan(slack);
        }
        const eigenvalues = new EigenvalueDecomposition(a, { assumeSymmetric: true }).realEigenvalues;
        const logDet = eigenvalues.reduce((sum, value) => sum + Math.log(value), 0);
        const solved = new LuDecomposition(a).solve(y);
        for (let k = 0; k < p; k++) {
          const square = y.getColumn(k).reduce((sum, value, i) => sum + value * solved.get(i, k), 0);
          const want = -0.5 * (square + logDet + n * Math.log(2 * Math.PI));
          expect(Math.abs(found.logEvidences[k] - want)).toBeLessThan(1e-10 * Math.max(1, Math.abs(want)));
        }
        const total = found.logEvidences.reduce((sum, value) => sum + value, 0);
        expect(found.logEvidence).toBeCloseTo(total, 12);
        expect(found.jitter).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("builds its evidence up one observation at a time", () => {
    const { blocks, targets } = caseOf(6, 1, 1, 44);
    const noise = 0.2;
    let sum = 0;
    for (let n = 0; n < 6; n++) {
      const y = targets[n][0];
      if (n === 0) {
        const variance = blocks.observed[0][0] + noise;
        sum -= 0.5 * (y ** 2 / variance + Math.log(2 * Math.PI * variance));
        continue;
      }
      const before = {
        observed: blocks.observed.slice(0, n).map((row) => row.slice(0, n)),
        cross: [blocks.observed[n].slice(0, n)],
        prior: [blocks.observed[n][n]],
      };
      const { mean, variance } = gaussianProcess(before, targets.slice(0, n), noise);
      const spread = variance[0] + noise;
      sum -= 0.5 * ((y - mean[0][0]) ** 2 / spread + Math.log(2 * Math.PI * spread));
    }
    expect(Math.abs(gaussianProcess(blocks, targets, noise).logEvidence - sum)).toBeLessThan(1e-12);
  });

  it("interpolates without noise, and leaves no variance at what it has seen", () => {
    const { blocks, targets } = caseOf(5, 2, 2, 7);
    const seen = { ...blocks, cross: blocks.observed, prior: blocks.observed.map((row, i) => row[i]) };
    const { mean, variance, jitter, covariance } = gaussianProcess(seen, targets, 0);
    expect(jitter).toBe(0);
    expect(covariance).toBeUndefined();
    for (const [i, row] of mean.entries()) {
      for (const [k, value] of row.entries()) expect(Math.abs(value - targets[i][k])).toBeLessThan(1e-11);
      expect(variance[i]).toBeLessThan(1e-11);
    }
  });

  it("returns to the prior for a large noise", () => {
    const { blocks, targets, joint } = caseOf(5, 2, 1, 9);
    const { mean, variance } = gaussianProcess(blocks, targets, 1e12);
    for (let i = 0; i < 2; i++) {
      expect(Math.abs(mean[i][0])).toBeLessThan(1e-10);
      expect(Math.abs(variance[i] - joint.get(5 + i, 5 + i))).toBeLessThan(1e-10);
    }
  });

  it("adds the least jitter that a singular kernel needs, and reports it", () => {
    const { blocks, targets } = caseOf(8, 2, 1, 3, 3);
    const { jitter, mean } = gaussianProcess(blocks, targets, 0);
    expect(jitter).toBeGreaterThan(0);
    expect(jitter).toBeLessThan(1e-12);
    expect(Math.log2(jitter)).toBe(Math.round(Math.log2(jitter)));
    expect(Number.isFinite(mean[0][0])).toBe(true);
    expect(gaussianProcess(blocks, targets, 1e-3).jitter).toBe(0);
  });

  it.each([
    ["cross", { cross: [[1, 2, 3]] }],
    ["prior", { prior: [1, 2, 3] }],
    [
      "observed",
      {
        observed: [
          [1, 2],
          [2, 1],
        ],
      },
    ],
    [
      "observed",
      {
        observed: [
          [1, 0.5],
          [0.1, 1],
        ],
      },
    ],
    [
      "observed",
      {
        observed: [
          [-1, 0],
          [0, -1],
        ],
      },
    ],
    ["observed", { observed: [[1, 0]] }],
    [
      "observed",
      {
        observed: [
          [1, Number.NaN],
          [0, 1],
        ],
      },
    ],
  ] as const)("names %s when it does not fit: %j", (parameter, change) => {
    const { blocks, targets } = caseOf(2, 1, 1, 5);
    expect(() => gaussianProcess({ ...blocks, ...change } as KernelBlocks, targets, 0)).toThrow(parameter);
  });

  it("refuses targets that do not fit, and a noise below 0", () => {
    const { blocks, targets } = caseOf(2, 1, 1, 5);
    expect(() => gaussianProcess(blocks, [...targets, [1]], 0)).toThrow("targets");
    expect(() => gaussianProcess(blocks, targets, -1)).toThrow("noise");
  });
});
