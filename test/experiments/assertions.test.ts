import { expect, test } from "vitest";
import {
  assertAbove,
  assertFalling,
  assertNotFalling,
  assertRising,
  judged,
} from "../../src/experiments/assertions.js";
import { meanOf } from "../../src/simulation/statistics/mean.js";

const labelled = (...groups: readonly (readonly number[])[]) =>
  groups.map((values, k) => ({ label: String(k + 1), measured: meanOf(values) }));

test("a fall of more than two standard errors is one", () => {
  expect(assertNotFalling("", labelled([0.1, 0.2], [0.3, 0.4], [0.3, 0.4])).holds).toBe(true);
  expect(assertNotFalling("", labelled([0.5, 0.5], [0.1, 0.1])).holds).toBe(false);
  // the mean falls by 0.05, one standard error of the difference is 0.14
  expect(assertNotFalling("", labelled([0.4, 0.6], [0.35, 0.55])).holds).toBe(true);
  // a slow fall that no neighbours show
  expect(assertNotFalling("", labelled([0.5, 0.52], [0.48, 0.5], [0.46, 0.48], [0.44, 0.46])).holds).toBe(false);
  expect(assertNotFalling("", labelled([1, 1], [1, 1])).holds).toBe(true);
});

test("what rises must rise, not only stay", () => {
  expect(assertRising("", labelled([0.1, 0.2], [0.3, 0.4], [0.3, 0.4])).holds).toBe(true);
  expect(assertRising("", labelled([1, 1], [1, 1])).holds).toBe(false);
  expect(assertRising("", labelled([1, 1], [3, 3], [2, 2])).holds).toBe(false);
});

test("one repetition is not judged, and a note says so", () => {
  const [one, two] = [assertRising("one", labelled([1], [2])), assertRising("two", labelled([1, 1], [2, 2]))];
  expect(one.holds).toBe(null);
  expect(judged([one, two])).toEqual({
    assertions: [two],
    notes: ["Not asserted: one (one seed has no standard error; 1: 1, 2: 2)."],
  });
});

test("pairs are compared by their differences", () => {
  const far = [0, 10, 20];
  const paired = [far, far.map((value) => value - 1)].map((values, k) => ({
    ...{ label: String(k), measured: meanOf(values) },
    paired: values,
  }));
  expect(assertNotFalling("", paired).holds).toBe(false);
  expect(
    assertNotFalling(
      "",
      paired.map(({ label, measured }) => ({ label, measured })),
    ).holds,
  ).toBe(true);
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
