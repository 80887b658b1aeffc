import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchNorm, covarianceMap, crossCovarianceMap } from "../../../src/index.js";
import { largestGap, randomCovariance } from "../../support/covariances.js";

/** Two copies of each batch's samples: every block is Sigma. */
const twice = (sigma: readonly (readonly number[])[]) => [...sigma, ...sigma].map((row) => [...row, ...row]);

/** CBSB1: two batches at BSB1 with a constant block between them, and a centred part of size `along` between equal places. */
function crossBlock(batch: number, q: number, c: number, shared: number, along: number): number[][] {
  return Array.from({ length: 2 * batch }, (_, i) =>
    Array.from({ length: 2 * batch }, (_, j) => {
      if (i < batch === j < batch) return i === j ? q : q * c;
      return shared + along * ((i % batch === j % batch ? 1 : 0) - 1 / batch);
    }),
  );
}

describe("crossCovarianceMap", () => {
  it.each([
    ["relu", 4],
    ["leaky_relu(0.2)", 5],
    ["tanh", 6],
    ["gelu", 4],
    ["relu(x)^1.5", 8],
  ] as const)(
    "gives CBSB1 its constant blocks, the product of means: %s, B = %d (Theorem D.3, Corollary D.4)",
    (phi, batch) => {
      const { q, c } = batchNorm({ activation: phi, batch }).fixedPoint;
      const { values, error, crossMethod } = crossCovarianceMap(
        phi,
        crossBlock(batch, q.value, c.value, 0.1, 0),
        batch,
      );
      expect(crossMethod).toBe(phi === "tanh" || phi === "gelu" ? "independent" : "laplace");
      const want = crossBlock(batch, values[0][0], values[0][1] / values[0][0], values[0][batch], 0);
      expect(largestGap(values, want)).toBeLessThan(2 * error);
      expect(Math.abs(values[0][0] - q.value)).toBeLessThan(2 * error);
      if (phi === "tanh") expect(Math.abs(values[0][batch])).toBeLessThan(error);
    },
  );

  // Theorem D.3 with the mean of relu on the sphere, E sqrt(B-1) u_+ = sqrt(B-1) Gamma((B-1)/2) / (2 sqrt(pi) Gamma(B/2))
  it("has (E phi)^2 between batches for relu: 3/16 at B = 4, 175/1024 at B = 8", () => {
    for (const [batch, want] of [
      [4, 3 / 16],
      [8, 175 / 1024],
    ]) {
      const { values, error } = crossCovarianceMap("relu", crossBlock(batch, 0.5, 0.1, 0.2, 0), batch);
      expect(Math.abs(values[0][batch] - want)).toBeLessThan(error);
    }
  });

  // known to some digits: the cross-batch eigenvalue of relu, forward and backward (Theorem F.1)
  it.each([
    [4, 0.68137498],
    [8, 0.70967723],
    [16, 0.72217531],
  ])("shrinks what batches share by relu's eigenvalue at B = %d", (batch, eigenvalue) => {
    const { q, c } = batchNorm({ activation: "relu", batch }).fixedPoint;
    const h = 1e-3;
    const at = (along: number) =>
      crossCovarianceMap("relu", crossBlock(batch, q.value, c.value, 0.2, along * q.value), batch, {
        tolerance: 1e-11,
      });
    const [plus, minus] = [at(h), at(-h)];
    const centred = (values: readonly (readonly number[])[]) => values[0][batch] - values[0][batch + 1];
    const slope = (centred(plus.values) - centred(minus.values)) / (2 * h * q.value);
    // central difference: h^2 times a third derivative of order 1, the map's error over h, the known digits
    expect(Math.abs(slope - eigenvalue)).toBeLessThan(1e-6 + (2 * plus.error) / h);
  });

  it("takes the same batch twice for what it is: all blocks are covarianceMap's", () => {
    const cases = fc.record({
      size: fc.integer({ min: 3, max: 6 }),
      seed: fc.integer({ min: 1, max: 1e9 }),
      phi: fc.constantFrom("relu", "abs", "x > 0 ? x^1.7 : 0", "leaky_relu(0.4)"),
      epsilon: fc.constantFrom(0, 0.2),
    });
    fc.assert(
      fc.property(cases, ({ size, seed, phi, epsilon }) => {
        const sigma = randomCovariance(size, size, seed);
        const one = covarianceMap(phi, sigma, { epsilon });
        const two = crossCovarianceMap(phi, twice(sigma), size, { epsilon });
        expect(largestGap(two.values, twice(one.values))).toBeLessThan(two.error + one.error);
        expect(two.error).toBeLessThan(1e-9);
      }),
      { numRuns: 6 },
    );
  });

  it.each([
    { phi: "relu", batch: 4, count: 3, rank: 12, epsilon: 0 },
    { phi: "leaky_relu(0.3)", batch: 5, count: 2, rank: 4, epsilon: 0.2 },
    { phi: "x > 0 ? x^0.6 : 0", batch: 6, count: 2, rank: 12, epsilon: 0 },
    { phi: "relu", batch: 20, count: 2, rank: 50, epsilon: 0 },
  ])(
    "laplace and monte-carlo agree between batches: $phi, $count batches of $batch, rank $rank, epsilon $epsilon",
    (setting) => {
      const { phi, batch, count, rank, epsilon } = setting;
      const sigma = randomCovariance(batch * count, rank, 31);
      const laplace = crossCovarianceMap(phi, sigma, batch, { epsilon });
      expect(laplace.crossMethod).toBe("laplace");
      expect(laplace.error).toBeLessThan(1e-8);
      const options = { epsilon, method: "monte-carlo", samples: 1e5, seed: 2 } as const;
      const sampled = crossCovarianceMap(phi, sigma, batch, options);
      // seed fixed: at most 820 entries, five of the largest standard error, alpha < 1e-3
      expect(largestGap(laplace.values, sampled.values)).toBeLessThan(5 * (sampled.standardError ?? 0));
      expect(sampled.error).toBeLessThan(0.03);
    },
  );

  it("keeps the order of batches and treats each like any other", () => {
    const sigma = randomCovariance(9, 9, 12);
    const order = [6, 7, 8, 0, 2, 1, 3, 4, 5];
    const a = crossCovarianceMap("relu", sigma, 3);
    const b = crossCovarianceMap(
      "relu",
      order.map((i) => order.map((j) => sigma[i][j])),
      3,
    );
    const moved = order.map((i) => order.map((j) => a.values[i][j]));
    expect(largestGap(b.values, moved)).toBeLessThan(a.error + b.error);
  });

  it("samples what has no formula between batches, and says so", () => {
    const sigma = randomCovariance(8, 8, 5);
    const found = crossCovarianceMap("tanh", sigma, 4, { samples: 6400 });
    expect(found.method).toBe("fourier");
    expect(found.crossMethod).toBe("monte-carlo");
    expect(found.error).toBe(4 * (found.standardError ?? 0));
    const within = covarianceMap(
      "tanh",
      sigma.slice(0, 4).map((row) => row.slice(0, 4)),
    );
    expect(largestGap(within.values, found.values.slice(0, 4))).toBeLessThan(2e-10);
  });

  it("refuses a batch size that does not divide, and laplace for what is not homogeneous", () => {
    expect(() => crossCovarianceMap("relu", randomCovariance(6, 6, 1), 4)).toThrow("batch");
    expect(() => crossCovarianceMap("tanh", randomCovariance(6, 6, 1), 3, { method: "laplace" })).toThrow(
      "homogeneous",
    );
    expect(() => crossCovarianceMap("sign(x)", randomCovariance(6, 6, 1), 3, { method: "laplace" })).toThrow("degree");
  });
});
