import { describe, expect, it } from "vitest";
import { batchNorm } from "../../../src/theory/batchnorm/batchNorm.js";
import { depthScaleOf } from "../../../src/theory/batchnorm/depthScale.js";

const rate = (value: number, error: number) => ({ value, error, method: "test", evals: 1, converged: true });

describe("the depth scale", () => {
  it("is 1/ln(rate), with the error that the rate's makes of it", () => {
    const { value, error } = depthScaleOf(rate(1.2, 1e-9));
    // mpmath
    expect(value).toBeCloseTo(5.484814947747078, 13);
    // half of the spread between the ends of the rate's interval
    expect(error).toBeCloseTo(Math.abs(1 / Math.log(1.2 + 1e-9) - 1 / Math.log(1.2 - 1e-9)) / 2, 12);
    expect(depthScaleOf(rate(0.5, 0)).value).toBeCloseTo(-Math.LOG2E, 14);
  });

  it("has no end where the rate is 1 within its error", () => {
    expect(depthScaleOf(rate(1, 0))).toMatchObject({ value: Infinity, error: 0 });
    expect(depthScaleOf(rate(1 - 1e-15, 4e-15))).toMatchObject({ value: Infinity, error: Infinity });
    expect(depthScaleOf(rate(1 + 5e-15, 4e-15)).value).toBeGreaterThan(1e14);
  });

  it("is unknown where the rate is", () => {
    for (const unknown of [rate(0, 1e11), rate(1.2, 0.5), rate(2, Infinity)]) {
      expect(depthScaleOf(unknown)).toMatchObject({ value: 0, error: Infinity });
    }
    expect(depthScaleOf(rate(0, 0))).toMatchObject({ value: 0, error: 0 });
    expect(depthScaleOf(rate(Infinity, 0))).toMatchObject({ value: 0, error: 0 });
  });

  it("says so of networks whose samples just collapse", () => {
    const { depthScale, trainableDepth } = batchNorm({ activation: "tanh", batch: 16, epsilon: 1 });
    expect([depthScale.value, trainableDepth]).toEqual([Infinity, Infinity]);
  });
});
