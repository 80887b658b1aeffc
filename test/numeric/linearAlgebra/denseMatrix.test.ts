import { expect, it } from "vitest";
import * as dense from "../../../src/numeric/linearAlgebra/denseMatrix.js";

const a = [
  [1, 2, 3],
  [4, 5, 6],
];
const b = [
  [1, 0, -1],
  [2, 1, 0],
];

it("products are rows by columns", () => {
  expect(dense.multiply(a, dense.transpose(b))).toEqual([
    [-2, 4],
    [-2, 13],
  ]);
  expect(dense.multiply(a, dense.identity(3))).toEqual(a);
  expect(dense.applyTo(a, [1, 0, -1])).toEqual([-2, -2]);
});

it("sums and products entry by entry", () => {
  expect(dense.add(a, b)).toEqual([
    [2, 2, 2],
    [6, 6, 6],
  ]);
  expect(dense.hadamard(a, b)).toEqual([
    [1, 0, -3],
    [8, 5, 0],
  ]);
  expect(dense.add(a, dense.zeros(2, 3))).toEqual(a);
});

it("columns, and the largest entry and difference", () => {
  expect(dense.columnOf(a, 1)).toEqual([2, 5]);
  expect(dense.transpose([])).toEqual([]);
  expect(dense.largestEntry([[1, -7], [3]])).toBe(7);
  expect(dense.largestEntry([])).toBe(0);
  expect(dense.largestDifference(a, b)).toBe(6);
});
