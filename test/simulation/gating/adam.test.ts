import { describe, expect, it } from "vitest";
import { adamStep } from "../../../src/simulation/gating/plain/adamStep.js";
import { adamOf } from "../../../src/simulation/gating/trainer.js";

describe("a step of Adam", () => {
  it("is rate g/(|g| + epsilon) for ever under a constant gradient, which the corrections leave", () => {
    const adam = adamOf({ adam: { rate: 0.01, epsilon: 0.5 } });
    const weights = new Float64Array([1, 1, 1]);
    const gradient = Float64Array.of(2, -0.25, 0);
    const moments = { first: new Float64Array(3), second: new Float64Array(3) };
    for (let t = 1; t <= 50; t++) adamStep(adam, t, weights, gradient, moments);
    expect(weights[0]).toBeCloseTo(1 - 50 * 0.01 * (2 / 2.5), 10);
    expect(weights[1]).toBeCloseTo(1 + 50 * 0.01 * (0.25 / 0.75), 10);
    expect(weights[2]).toBe(1);
  });

  it("is what PyTorch 2.13 makes of three gradients", () => {
    // torch.optim.Adam([w], lr=0.1, betas=(0.8, 0.9), eps=1e-3), double precision, w = 1, gradients 1, -2, 0.5
    const adam = { rate: 0.1, beta1: 0.8, beta2: 0.9, epsilon: 1e-3 };
    const weights = new Float64Array([1]);
    const moments = { first: new Float64Array(1), second: new Float64Array(1) };
    const seen = [1, -2, 0.5].map((g, k) => {
      adamStep(adam, k + 1, weights, Float64Array.of(g), moments);
      return weights[0]!;
    });
    const torch = [0.9000999000999, 0.9415873891185654, 0.9559531498765604];
    for (const [k, value] of torch.entries()) expect(seen[k]).toBeCloseTo(value, 12);
  });

  it("says where a second moment is no longer finite", () => {
    const adam = adamOf({ adam: { rate: 0.1 } });
    const moments = { first: new Float32Array(2), second: new Float32Array(2) };
    expect(adamStep(adam, 1, new Float32Array(2), Float32Array.of(1, 1e18), moments)).toBe(true);
    expect(adamStep(adam, 2, new Float32Array(2), Float32Array.of(1, 1e22), moments)).toBe(false);
    const none = { first: new Float32Array(2), second: new Float32Array(2) };
    expect(adamStep(adam, 1, new Float32Array(2), Float32Array.of(Number.NaN, 1), none)).toBe(false);
  });
});
