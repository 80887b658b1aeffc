import { expect, test } from "vitest";
import type { Sample } from "../../../src/simulation/sample.js";
import { gradientProfile } from "../../../src/simulation/statistics/gradientProfile.js";

const sample = (index: number, logGradient: readonly number[], rest: Partial<Sample> = {}): Sample => ({
  ...{ index, logGradient, logWeightGradient: [] },
  ...rest,
});

test("is 0 at the layer that it is relative to, and means of ratios elsewhere", () => {
  // what both networks have in all layers is not in the error
  const profile = gradientProfile([sample(1, [105, 103, 100]), sample(0, [6, 2, 0])], 3);
  expect(profile.map((each) => each!.value)).toEqual([5.5, 2.5, 0]);
  expect(profile.map((each) => each!.standardError)).toEqual([0.5, 0.5, 0]);
});

test("leaves out networks that broke down, and layers where a gradient vanishes", () => {
  const broken = sample(2, [Number.NEGATIVE_INFINITY, 0, 0], { collapsed: 1 });
  const samples = [sample(0, [2, 1, 0]), sample(1, [Number.NEGATIVE_INFINITY, 1, 0]), broken];
  const profile = gradientProfile(samples, 3);
  expect(profile[0]).toBeNull();
  expect(profile[1]!.samples).toBe(2);
  expect(gradientProfile([broken], 3)).toEqual([null, null, null]);
  expect(gradientProfile([], 3)).toEqual([]);
});
