import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../../src/numeric/random/gaussianStream.js";
import { covarianceMap } from "../../../../../src/theory/batchnorm/covarianceMap.js";
import { choleskyFactor } from "../../../../../src/theory/batchnorm/dynamics/path/choleskyFactor.js";
import { SampledPath } from "../../../../../src/theory/batchnorm/dynamics/path/sampledPath.js";
import { problemOf } from "../support.js";

const centre = (values: readonly (readonly number[])[]) => {
  const size = values.length;
  const means = values.map((row) => row.reduce((sum, x) => sum + x, 0) / size);
  const mean = means.reduce((sum, x) => sum + x, 0) / size;
  return values.map((row, i) => row.map((x, j) => x - means[i]! - means[j]! + mean));
};

describe("a layer of a sampled path", () => {
  // 19 is more than one panel of columns, 250 more than one chunk of features
  it.each([
    ["relu", 4],
    ["relu(x)^1.5", 19],
  ])("has the covariance of the theory on average, %s at B = %i, within 5 standard errors", (text, batch) => {
    const sigma = Array.from({ length: batch }, (_, i) =>
      Array.from({ length: batch }, (_, j) => (i === j ? 1 + i / batch : 0.3)),
    );
    const start = Float64Array.from(centre(sigma).flat());
    const exact = centre(covarianceMap(text, sigma).values).flat();
    const runs = 60;
    const layers = Array.from({ length: runs }, (_, seed) => {
      const path = new SampledPath(
        problemOf(text, batch),
        250,
        new GaussianStream({ seed, sample: 0, draw: 0 }),
        start,
      );
      path.step();
      return path.centred;
    });
    for (const [at, value] of exact.entries()) {
      const mean = layers.reduce((sum, layer) => sum + layer[at]!, 0) / runs;
      const variance = layers.reduce((sum, layer) => sum + (layer[at]! - mean) ** 2, 0) / (runs - 1);
      const error = Math.sqrt(variance / runs);
      // at most 361 entries and 59 degrees of freedom: alpha is 2e-3 for these fixed seeds
      expect(Math.abs(mean - value)).toBeLessThan(5 * error);
      expect(error).toBeLessThan(0.03 * exact[batch * batch - 1]!);
    }
  });

  it("starts from the covariance of its features: rows sum to 0", () => {
    const path = new SampledPath(problemOf("relu", 7), 100, new GaussianStream({ seed: 3, sample: 0, draw: 0 }), null);
    for (let i = 0; i < 7; i++) {
      expect(Math.abs(path.centred.slice(7 * i, 7 * i + 7).reduce((sum, x) => sum + x, 0))).toBeLessThan(1e-14);
    }
    expect(path.share).toBeGreaterThan(0.7);
    expect(path.share).toBeLessThan(1);
  });
});

it("the factor of a positive semi-definite matrix of any rank gives it back", () => {
  const entry = fc.integer({ min: -200, max: 200 }).map((x) => x / 100);
  fc.assert(
    fc.property(fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const gram = Array.from({ length: 25 }, (_, at) =>
        rows.reduce((sum, row) => sum + row[Math.floor(at / 5)]! * row[at % 5]!, 0),
      );
      const factor = choleskyFactor(Float64Array.from(gram), 5);
      const largest = Math.max(...gram);
      for (const [at, value] of gram.entries()) {
        const [i, j] = [Math.floor(at / 5), at % 5];
        let sum = 0;
        for (let k = 0; k < 5; k++) sum += factor[5 * i + k]! * factor[5 * j + k]!;
        // pivots below 1e-13 of the largest are dropped, which leaves entries of the root of that
        expect(Math.abs(sum - value)).toBeLessThanOrEqual(1e-6 * largest);
        if (j > i) expect(factor[at]).toBe(0);
      }
    }),
  );
});
