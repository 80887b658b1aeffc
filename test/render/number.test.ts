import fc from "fast-check";
import { expect, test } from "vitest";
import { showError, showNumber, showValue } from "../../src/render/number.js";

test.each([
  [1.3585481254113576, 7e-15, "1.35854812541"],
  [1.192264334195, 8e-12, "1.1922643342"],
  [1.192264334195, 3e-4, "1.192"],
  [1.192264334195, 0.4, "1"],
  [123456.789, 40, "1.235e5"],
  [0.000012345678, 1e-9, "0.00001235"],
  [1.5e-9, 1e-11, "1.5e-9"],
  [-2.5, 0, "-2.5"],
  [9.9996, 1e-3, "10.0"],
  [1e-17, 2e-16, "0"],
  [0, 1e-3, "0"],
  [5, 3, "5"],
  [Infinity, 0, "∞"],
  [-Infinity, 0, "-∞"],
  [0, Infinity, "unknown"],
])("%d with error %d is shown as %s", (value, error, shown) => {
  expect(showValue({ value, error })).toBe(shown);
});

test("the shown number is within one unit of its last digit of every number that the error allows", () => {
  const property = fc.property(
    fc.double({ min: 1e-12, max: 1e12, noNaN: true }),
    fc.double({ min: 1e-16, max: 0.05, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    (value, relative, where) => {
      const error = value * relative;
      const shown = showValue({ value, error });
      const [digits, power = "0"] = shown.split("e");
      const unit = 10 ** (Number(power) - (digits!.split(".")[1] ?? "").length);
      const atLeast = Math.abs(Number(shown)) / 1e12; // twelve digits at most
      return Math.abs(Number(shown) - (value + where * error)) <= Math.max(unit, atLeast) * (1 + 1e-9);
    },
  );
  fc.assert(property, { seed: 1, numRuns: 2000 });
});

test.each([
  [3e-13, "3e-13"],
  [3.01e-13, "4e-13"],
  [9.5e-13, "1e-12"],
  [0.02, "2e-2"],
  [2, "2"],
  [1500, "2000"],
  [0, "exact"],
  [Infinity, "∞"],
])("error %d is rounded up to %s", (error, shown) => {
  expect(showError({ value: 1e6, error })).toBe(shown);
});

test("where the value is shown as 0, the error shown is that of 0", () => {
  expect(showError({ value: 3e-16, error: 4e-16 })).toBe("7e-16");
});

test.each([
  [64, "64"],
  [1e8, "100000000"],
  [1e-5, "0.00001"],
  [1e-7, "1e-7"],
  [0.1 + 0.2, "0.3"],
  [Infinity, "∞"],
])("number %d is shown as %s", (x, shown) => {
  expect(showNumber(x)).toBe(shown);
});
