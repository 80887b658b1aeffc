import fc from "fast-check";
import { expect, it } from "vitest";
import { addTo, combine, dot, norm, unit } from "../../../src/numeric/linearAlgebra/vectors.js";

it("the length of a vector neither overflows nor underflows", () => {
  for (const scale of [1, 2 ** 1000, 2 ** -1000, 2 ** -1072]) {
    expect(norm([3 * scale, -4 * scale, 0])).toBe(5 * scale);
  }
  expect(norm([])).toBe(0);
  expect(norm([0, -0])).toBe(0);
  expect(norm([1, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
});

it("a unit vector has length 1 and the vector's direction, from denormal numbers to the largest", () => {
  const power = fc.integer({ min: -1060, max: 1000 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 6 }), power, (digits, e) => {
      fc.pre(digits.some((digit) => digit !== 0));
      const u = unit(digits.map((digit) => digit * 2 ** e));
      // a length and a quotient of six entries: a dozen roundings
      expect(Math.abs(norm(u) - 1)).toBeLessThan(12 * 2 ** -53);
      const length = Math.hypot(...digits);
      for (const [i, digit] of digits.entries()) expect(Math.abs(u[i]! - digit / length)).toBeLessThan(12 * 2 ** -53);
    }),
  );
  expect(unit([0, 0])).toEqual([0, 0]);
});

it("sums of products and of vectors", () => {
  expect(dot([1, 2, 3], [4, -5, 6])).toBe(12);
  expect(combine(2, [1, 2], -3, [4, 5])).toEqual([-10, -11]);
  const target = [1, 2];
  addTo(target, 3, [1, -1]);
  expect(target).toEqual([4, -1]);
});
