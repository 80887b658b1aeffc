import { describe, expect, it } from "vitest";
import { arccosineKernel as kernelInDoubles } from "../../../src/numeric/special/arccosineKernel.js";
import { symbol } from "../../../src/symbolic/expression.js";
import { arccosineKernelSeries } from "../../../src/symbolic/kernels/arccosineKernelSeries.js";
import type { KernelSeries } from "../../../src/symbolic/kernels/kernelSeries.js";
import { decimal, exactTerm, isFrozenTerm } from "./terms.js";
import { type Values, valueAt } from "./value.js";

const c = symbol("c");
const alpha = symbol("alpha");
const degrees = ["-1/4", "0", "1/5", "1/2", "7/10", "1", "4/3", "3/2", "2", "5/2", "13/5", "3", "7/2", "5"];

/** The terms without the remainders. */
const truncated = ({ terms, base, logarithm }: KernelSeries, values: Values) =>
  terms.reduce((total, { coefficient, power, logarithm: marked }) => {
    const size = valueAt(coefficient, values) * valueAt(base, values) ** valueAt(power, values);
    return total + (marked ? size * valueAt(logarithm!, values) : size);
  }, 0);

const errorOf = (series: KernelSeries, degree: number, at: number) =>
  Math.abs(truncated(series, { c: at, alpha: degree }) - kernelInDoubles(degree, at).value);

/**
 * log2 of how much the error falls when the distance to the point is halved: the order of the remainder, but for
 * logarithms.
 */
const order = (series: KernelSeries, degree: number, about: number, distance: number) => {
  const at = (h: number) => errorOf(series, degree, about === 1 ? 1 - h : about + h);
  return Math.log2(at(distance) / at(distance / 2));
};

describe.each(degrees)("the expansions of J_%s", (degree) => {
  const a = decimal(degree);

  it("is right at c = 1 to the order of its remainder", () => {
    // a distance that leaves the error far above rounding
    for (const [count, distance] of [
      [1, 1e-3],
      [2, 1e-3],
      [3, 1e-2],
      [4, 0.03],
    ] as const) {
      const series = arccosineKernelSeries(exactTerm(degree), c, 1, count);
      if (errorOf(series, a, 1 - distance) < 1e-13) continue; // the next powers are missing: J is nearly a polynomial
      // the first power left out: count, or the next of alpha + 1/2 + k; logarithms and powers close by change it a
      // little
      const next = [0, 1, 2, 3, 4, 5].map((k) => a + 0.5 + k).filter((power) => power >= count && power % 1 !== 0);
      const measured = order(series, a, 1, distance);
      expect(measured, `${count} terms`).toBeGreaterThan(count - 0.5);
      if (next.length > 0 && Number.isInteger(a)) expect(measured).toBeLessThan(next[0]! + 0.1);
    }
  });

  it("is right at c = 0 to the order of its remainder", () => {
    for (const count of [1, 2, 3, 5]) {
      const series = arccosineKernelSeries(exactTerm(degree), c, 0, count);
      if (errorOf(series, a, 0.08) < 1e-13) continue;
      expect(order(series, a, 0, 0.08)).toBeGreaterThan(count - 0.3);
    }
  });

  it("is right at c = -1 to the order of its remainder", () => {
    for (const count of [1, 2, 3]) {
      const series = arccosineKernelSeries(exactTerm(degree), c, -1, count);
      expect(order(series, a, -1, 0.02)).toBeCloseTo(a + 0.5 + count, 1);
    }
  });

  it("converges to J where it is summed far enough", () => {
    for (const [about, at] of [
      [1, 0.6],
      [0, 0.3],
      [0, -0.3],
      [-1, -0.6],
    ] as const) {
      // |c| = 0.3 leaves 0.3^26 and (1-c)/2 = 0.2 leaves 0.2^26
      const series = arccosineKernelSeries(exactTerm(degree), c, about, 26);
      expect(errorOf(series, a, at), `about ${about}`).toBeLessThan(1e-13);
    }
  });
});

describe("arccosineKernelSeries", () => {
  it("holds for a symbol alpha, each sum with its own remainder, on a condition", () => {
    const atOne = arccosineKernelSeries(alpha, c, 1, 12);
    expect(atOne.remainders).toHaveLength(2);
    expect(atOne.conditions).toHaveLength(1);
    for (const [about, at] of [
      [1, 0.8],
      [0, 0.1],
      [-1, -0.8],
    ] as const) {
      const series = arccosineKernelSeries(alpha, c, about, 12);
      for (const degree of [-0.2, 0.3, 1, 1.7, 2, 3.2]) expect(errorOf(series, degree, at)).toBeLessThan(1e-11);
    }
  });

  it("has its logarithms at half-integer degrees only, from the power alpha + 1/2 on", () => {
    for (const degree of degrees) {
      const { terms, logarithm } = arccosineKernelSeries(exactTerm(degree), c, 1, 6);
      const marked = terms.filter((term) => term.logarithm).map((term) => valueAt(term.power));
      const isHalf = decimal(degree) % 1 === 0.5;
      expect(logarithm !== null).toBe(isHalf);
      expect(marked.length > 0).toBe(isHalf);
      if (isHalf) expect(Math.min(...marked)).toBe(decimal(degree) + 0.5);
    }
  });

  it("has half-integer powers from alpha + 1/2 on at whole degrees, and whole ones up to alpha", () => {
    const powers = arccosineKernelSeries(exactTerm("2"), c, 1, 5).terms.map((term) => valueAt(term.power));
    expect(powers).toEqual([0, 1, 2, 2.5, 3.5, 4.5]);
  });

  it("is the sum of its terms and remainders, frozen", () => {
    const series = arccosineKernelSeries(exactTerm("3/2"), c, 1, 3);
    expect(Object.isFrozen(series) && isFrozenTerm(series.expression)).toBe(true);
    // drop the last summand, the remainder
    const { expression } = series;
    if (!("args" in expression)) throw new Error("a sum was expected");
    expect(expression.args[1]).toEqual(series.remainders[0]);
    expect(valueAt(expression.args[0]!, { c: 0.7 })).toBeCloseTo(truncated(series, { c: 0.7 }), 14);
  });

  it("refuses degrees without a kernel and lengths that are none", () => {
    expect(() => arccosineKernelSeries(exactTerm("-1/2"), c, 1, 3)).toThrow(
      expect.objectContaining({ code: "domain" }),
    );
    for (const count of [0, -1, 1.5])
      expect(() => arccosineKernelSeries(exactTerm("1"), c, 0, count)).toThrow(RangeError);
  });
});
