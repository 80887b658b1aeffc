import { expect, it } from "vitest";
import { medianOf } from "../../src/experiments/medianOf.js";

it("a median has the standard error of its resamples: that of the order statistics for three values", () => {
  // of 27 resamples of (0, 1, 5) 7 have the median 0, 13 the median 1 and 7 the median 5
  const mean = (13 * 1 + 7 * 5) / 27;
  const variance = (7 * mean ** 2 + 13 * (1 - mean) ** 2 + 7 * (5 - mean) ** 2) / 27;
  const { value, standardError } = medianOf([5, 0, 1]);
  expect(value).toBe(1);
  // 2000 resamples
  expect(Math.abs(standardError / Math.sqrt(variance) - 1)).toBeLessThan(0.08);
});

it("equal values have no error, one value an unknown one, and the order does not matter", () => {
  expect(medianOf([2, 2, 2, 2]).standardError).toBe(0);
  expect(medianOf([3]).standardError).toBe(Number.POSITIVE_INFINITY);
  expect(medianOf([1, 2, 3, 4]).value).toBe(2.5);
});
