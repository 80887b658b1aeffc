import { expect, test } from "vitest";
import { meanCells, pooledMean, withError } from "../../src/experiments/statistics.js";
import { meanOf } from "../../src/simulation/statistics/mean.js";

test("with one value a seed, the pooled mean is the mean and its standard error", () => {
  const pooled = pooledMean([[1], [2], [6]])!;
  expect(pooled.value).toBeCloseTo(meanOf([1, 2, 6]).value, 12);
  expect(pooled.standardError).toBeCloseTo(meanOf([1, 2, 6]).standardError, 12);
});

test("repeating the values of a seed adds no knowledge", () => {
  const once = pooledMean([[1], [3]])!;
  const often = pooledMean([
    [1, 1, 1],
    [3, 3, 3],
  ])!;
  expect(often.standardError).toBeCloseTo(once.standardError, 12);
});

test("one seed alone has no standard error, and no value no mean", () => {
  expect(meanCells(pooledMean([[1, 2], []]))).toEqual([1.5, null]);
  expect(meanCells(pooledMean([[], []]))).toEqual([null, null]);
  expect([withError(meanOf([1, 3])), withError(meanOf([2]))]).toEqual(["2 ± 1", "2"]);
});
