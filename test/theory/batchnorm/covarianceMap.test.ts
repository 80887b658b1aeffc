import { describe, expect, it } from "vitest";
import { batchNorm, covarianceMap } from "../../../src/index.js";

describe("covarianceMap", () => {
  it("keeps BSB1 where batchNorm says it is", () => {
    const batch = 6;
    const { q, c } = batchNorm({ activation: "leaky_relu(0.2)", batch }).fixedPoint;
    const sigma = Array.from({ length: batch }, (_, i) => Array.from({ length: batch }, (_, j) => (i === j ? 3 : 1)));
    const { values, error } = covarianceMap("leaky_relu(0.2)", sigma);
    expect(error).toBeLessThan(1e-12);
    for (const [i, row] of values.entries()) {
      for (const [j, value] of row.entries()) {
        const want = i === j ? q.value : q.value * c.value;
        expect(Math.abs(value - want)).toBeLessThanOrEqual(error + q.error + c.error);
      }
    }
  });

  it.each([
    [
      "tanh",
      [
        [1, 0],
        [0, 1],
      ],
      "not positively homogeneous",
    ],
    ["relu", [[1, 0]], "square array"],
    [
      "relu",
      [
        [1, 0],
        [0, Number.NaN],
      ],
      "square array",
    ],
    [
      "relu",
      [
        [1, 2],
        [2, 1],
      ],
      "sigma",
    ],
  ] as const)("refuses %s with %j", (phi, sigma, words) => {
    expect(() => covarianceMap(phi, sigma)).toThrow(words);
  });
});
