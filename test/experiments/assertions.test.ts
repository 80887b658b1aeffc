import { expect, test } from "vitest";
import { assertAbove, assertFalling, assertRising } from "../../src/experiments/assertions.js";
import { meanOf } from "../../src/simulation/statistics/mean.js";

const labelled = (...groups: readonly (readonly number[])[]) =>
  groups.map((values, k) => ({ label: String(k + 1), measured: meanOf(values) }));

test("what rises by more than its errors has risen; a fall of more than two standard errors is none", () => {
  expect(assertRising("", labelled([0.1, 0.2], [0.3, 0.4], [0.3, 0.4])).holds).toBe(true);
  expect(assertRising("", labelled([0.5, 0.5], [0.1, 0.1])).holds).toBe(false);
  // the mean falls by 0.05, one standard error of the difference is 0.14
  expect(assertRising("", labelled([0.4, 0.6], [0.35, 0.55])).holds).toBe(true);
  // a slow fall that no neighbours show
  expect(assertRising("", labelled([0.5, 0.52], [0.48, 0.5], [0.46, 0.48], [0.44, 0.46])).holds).toBe(false);
});

test("what falls must fall, not only stay", () => {
  expect(assertFalling("", labelled([1, 1], [0.5, 0.6], [0, 0.1])).holds).toBe(true);
  expect(assertFalling("", labelled([1, 1], [1, 1])).holds).toBe(false);
  expect(assertFalling("", labelled([1, 1], [0, 0], [0.5, 0.5])).holds).toBe(false);
});

test("far above is more than the margin and the errors", () => {
  expect(assertAbove("", labelled([2, 2], [1, 1]), 0.5).holds).toBe(true);
  expect(assertAbove("", labelled([2, 2], [1, 1]), 1.5).holds).toBe(false);
  expect(assertAbove("", labelled([1, 3], [0.9, 1.1]), 0.5).holds).toBe(false);
  expect(assertAbove("", labelled([2, 2], [1, 1], [1.9, 1.9]), 0.5).holds).toBe(false);
});

test("the numbers are told", () => {
  expect(assertRising("more", labelled([0.25, 0.25], [1, 1])).detail).toBe("1: 0.25, 2: 1");
});
