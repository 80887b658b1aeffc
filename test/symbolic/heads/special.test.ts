import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arccosineKernel } from "../../../src/numeric/special/arccosineKernel.js";
import { gammaRatio } from "../../../src/numeric/special/gammaRatio.js";
import { differentiate } from "../../../src/symbolic/differentiate.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { call, type Expression, type HeadName, integer, number, symbol } from "../../../src/symbolic/expression.js";
import { heads } from "../../../src/symbolic/heads.js";
import { relativeError } from "../../support/errors.js";
import { add, divide, half, multiply, of, pi, power, subtract } from "../format/build.js";

const value = (head: HeadName, ...args: readonly number[]) => heads[head].evaluate(...args);
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** The law holds to the relative tolerance of the larger side, plus what its terms lose by cancellation. */
function near(got: number, want: number, tolerance: number, scale = 0): boolean {
  return Math.abs(got - want) <= tolerance * Math.max(Math.abs(got), Math.abs(want), scale);
}

const law = (arbitraries: readonly fc.Arbitrary<number>[], holds: (...args: number[]) => boolean) =>
  fc.assert(
    fc.property(fc.tuple(...arbitraries), (args) => holds(...args)),
    { numRuns: 300 },
  );

describe("values in doubles", () => {
  it("factorials, binomials and Pochhammer symbols of whole numbers are exact", () => {
    let factorial = 1n;
    for (let n = 1; n <= 22; n++) {
      factorial *= BigInt(n);
      expect(value("Factorial", n)).toBe(Number(factorial));
    }
    for (const n of [5, 20, 48]) {
      rowOfPascal(n).forEach((entry, k) => {
        expect(value("Binomial", n, k)).toBe(Number(entry));
      });
    }
    expect(value("Pochhammer", 3, 4)).toBe(360);
    expect(value("Pochhammer", -3, 3)).toBe(-6);
    expect(value("Pochhammer", -3, 4) === 0).toBe(true);
    expect(value("Pochhammer", 3, -2)).toBe(1 / 2);
  });

  it("Pochhammer symbols agree with the other algorithm, at large arguments too", () => {
    law([fc.oneof(between(0.1, 50), between(4, 1e9)), between(-0.09, 30)], (a, k) =>
      near(value("Pochhammer", a, k), gammaRatio(a, k), 2e-14),
    );
  });

  it("Pochhammer symbols satisfy (a)_(k+1) = (a)_k (a+k) on the whole line", () => {
    // the sum a + k is rounded: its distance to a pole of Gamma is what conditions the value
    law([between(-30, 30), between(-10, 30)], (a, k) => {
      const distance = Math.abs(a + k - Math.round(a + k));
      const before = value("Pochhammer", a, k);
      return (
        distance < 1e-3 ||
        !(Math.abs(before) > 1e-290) ||
        near(value("Pochhammer", a, k + 1), before * (a + k), 1e-13 + 1e-14 / distance)
      );
    });
  });

  it("the beta function is symmetric and satisfies B(a, b) = B(a+1, b) + B(a, b+1)", () => {
    law([between(0.05, 400), between(0.05, 400)], (a, b) => {
      const whole = value("Beta", a, b);
      return whole === value("Beta", b, a) && near(value("Beta", a + 1, b) + value("Beta", a, b + 1), whole, 1e-13);
    });
  });

  it("binomials satisfy Pascal's rule", () => {
    law([between(-6, 60), fc.oneof(fc.integer({ min: -3, max: 300 }), between(-3, 30))], (n, k) => {
      const [left, right, sum] = [value("Binomial", n, k - 1), value("Binomial", n, k), value("Binomial", n + 1, k)];
      const scale = Math.abs(left) + Math.abs(right);
      // beside the poles at n = -1, -2, ... of fractions k the rounding of n decides
      return Math.abs(n - Math.round(n)) < 1e-3 || near(left + right, sum, 1e-11, scale);
    });
  });

  it("polygamma functions satisfy their recurrence and duplication", () => {
    law([fc.integer({ min: 0, max: 20 }), between(0.05, 40)], (m, x) => {
      const step = (m % 2 === 0 ? 1 : -1) * (value("Factorial", m) / x ** (m + 1));
      const [here, next] = [value("Polygamma", m, x), value("Polygamma", m, x + 1)];
      return near(next - here, step, 1e-13, Math.abs(here) + Math.abs(next));
    });
    // 2^(m+1) psi^(m)(2x) = psi^(m)(x) + psi^(m)(x + 1/2), plus 2 ln 2 for m = 0
    law([fc.integer({ min: 0, max: 20 }), between(0.05, 40)], (m, x) => {
      const sum = value("Polygamma", m, x) + value("Polygamma", m, x + 0.5) + (m === 0 ? 2 * Math.LN2 : 0);
      const scale = Math.abs(value("Polygamma", m, x)) + Math.abs(value("Polygamma", m, x + 0.5));
      return near(2 ** (m + 1) * value("Polygamma", m, 2 * x), sum, 1e-13, scale + 2);
    });
  });

  it("2F1 satisfies Euler's transformation, and has the elementary cases", () => {
    law([between(0.1, 3), between(0.1, 3), between(3.5, 7), between(-30, 0.9999)], (a, b, c, z) =>
      near(
        value("Hypergeometric", a, b, c, z),
        (1 - z) ** (c - a - b) * value("Hypergeometric", c - a, c - b, c, z),
        1e-12,
      ),
    );
    law([between(0.1, 3), between(0.1, 4), between(-9, 1 - 1e-9)], (a, b, z) =>
      near(value("Hypergeometric", a, b, b, z), (1 - z) ** -a, 1e-12),
    );
    law([between(1e-3, 1 - 1e-9)], (z) => near(value("Hypergeometric", 1, 1, 2, z), -Math.log1p(-z) / z, 1e-13));
    law([between(1e-3, 1 - 1e-9)], (x) => near(x * value("Hypergeometric", 0.5, 0.5, 1.5, x * x), Math.asin(x), 1e-13));
  });

  it("terminating 2F1 are Jacobi polynomials of bounded size", () => {
    // Chebyshev: 2F1(-n, n; 1/2; (1-x)/2) = cos(n acos x)
    law([fc.integer({ min: 0, max: 60 }), between(-1, 1)], (n, x) =>
      near(value("Hypergeometric", -n, n, 0.5, (1 - x) / 2), Math.cos(n * Math.acos(x)), 1e-12, n + 1),
    );
  });

  it("Gegenbauer functions of whole degree agree with the hypergeometric form", () => {
    law([fc.integer({ min: 0, max: 30 }), between(0.1, 20), between(0.3, 1)], (k, lambda, x) => {
      const atOne = value("Pochhammer", 2 * lambda, k) / value("Factorial", k);
      const sum = value("Hypergeometric", -k, k + 2 * lambda, lambda + 0.5, (1 - x) / 2);
      return near(value("Gegenbauer", k, lambda, x), atOne * sum, 1e-11, atOne);
    });
  });

  it("the arc-cosine kernel agrees with the other algorithm, relatively, on all of [-1, 1]", () => {
    const c = fc.oneof(
      between(-1, 1),
      between(0, 40).map((e) => 1 - 2 ** -e),
      between(0, 40).map((e) => 2 ** -e - 1),
    );
    law([between(-0.4, 60), c], (alpha, c) => {
      const { value: want } = arccosineKernel(alpha, c);
      return want < 1e-290 || near(value("ArccosineKernel", alpha, c), want, 4e-14);
    });
    for (const alpha of [0, 0.5, 1, 2, 7.25]) expect(value("ArccosineKernel", alpha, 1)).toBe(1);
    for (const alpha of [0, 0.5, 1, 2, 7.25]) expect(value("ArccosineKernel", alpha, -1)).toBe(0);
  });

  it("elliptic integrals satisfy Legendre's relation", () => {
    law([between(0.001, 0.999)], (m) => {
      const [K, E, L, F] = [
        value("EllipticK", m),
        value("EllipticE", m),
        value("EllipticK", 1 - m),
        value("EllipticE", 1 - m),
      ];
      return near(E * L + F * K - K * L, Math.PI / 2, 1e-14, E * L + F * K);
    });
    // K(m) = (1-m)^(-1/2) K(m/(m-1)), which joins the two signs of m
    law([between(-50, -1e-6)], (m) =>
      near(value("EllipticK", m), value("EllipticK", m / (m - 1)) / Math.sqrt(1 - m), 1e-14),
    );
  });

  const outside: readonly (readonly [head: HeadName, ...args: number[]])[] = [
    ["Factorial", -1], ["Pochhammer", 0.5, -1.5], ["Pochhammer", 2, -3], ["Beta", 0, 1], ["Beta", 2, -1],
    ["Binomial", -2, 0.5], ["Polygamma", 0, -3], ["Polygamma", 1.5, 2], ["Polygamma", -1, 2], ["Hypergeometric", 1, 1, 2, 1.5],
    ["Hypergeometric", 1, 1, 2, 1], ["Hypergeometric", 1, 1, -2, 0.5], ["Hypergeometric", -3, 1, -2, 0.5],
    ["Gegenbauer", 0.5, 1, -1], ["ArccosineKernel", 1, 1.0000001], ["ArccosineKernel", -1, 0.5], ["EllipticK", 1.5],
    ["EllipticE", 1.5], ["Gegenbauer", Number.NaN, 1, 0], ["Binomial", Number.NaN, 0], ["Hypergeometric", 0, 1, 1, Number.NaN],
  ]; // biome-ignore format: a table
  it.each(outside.map(([head, ...args]) => ({ head, args })))(
    "$head of $args is NaN: outside the domain",
    ({ head, args }) => {
      expect(value(head, ...args)).toBeNaN();
    },
  );

  it("limits and zeros are exact", () => {
    expect(value("EllipticK", 1)).toBe(Infinity);
    expect(value("EllipticE", 1)).toBe(1);
    expect(value("EllipticK", 0)).toBe(Math.PI / 2);
    expect(value("Beta", -0.5, 0.5)).toBe(0);
    expect(value("Binomial", 0.5, 1.5)).toBe(0);
    expect(value("Binomial", 3, -1)).toBe(0);
    expect(value("Binomial", 3, 5)).toBe(0);
    expect(value("Gegenbauer", -2, 1, 0.5)).toBe(0);
    expect(value("Hypergeometric", -2, 1, -2, 0.5)).toBe(1.75);
  });

  it("an order term has none", () => {
    expect(() => evaluate(of("BigO", "x"), { x: 1 })).toThrow(RangeError);
  });
});

function rowOfPascal(n: number): readonly bigint[] {
  let row = [1n];
  for (let i = 0; i < n; i++) row = [1n, ...row.slice(1).map((entry, k) => entry + row[k]!), 1n];
  return row;
}

/** Eighth-order central differences. */
const difference = (f: (x: number) => number, at: number, h: number) =>
  [4 / 5, -1 / 5, 4 / 105, -1 / 280].reduce(
    (sum, c, k) => sum + (c * (f(at + (k + 1) * h) - f(at - (k + 1) * h))) / h,
    0,
  );

describe("derivatives", () => {
  const x = symbol("x");
  const curves: readonly (readonly [Expression, readonly number[]])[] = [
    [of("Factorial", x), [0.3, 2, 5.5]],
    [of("Gamma", power(x, 2)), [0.8, 1.3, 2]],
    [of("Polygamma", 0, x), [0.7, 3]],
    [of("Polygamma", "m", multiply(2, x)), [0.7, 3]],
    [of("Beta", x, subtract(5, x)), [0.8, 2, 3]],
    [of("Binomial", add(x, 4), x), [0.4, 1.5, 3]],
    [of("Binomial", 6, x), [0.4, 1.5, 3]],
    [of("Pochhammer", x, 3), [0.4, 2]],
    [of("Pochhammer", x, multiply(2, x)), [0.6, 2]],
    [of("Hypergeometric", half, 2, 3, multiply(x, half)), [-1.5, 0.2, 1.4]],
    [of("Gegenbauer", 5, divide(3, 2), of("Sin", x)), [-0.4, 0.3, 1]],
    [of("Gegenbauer", "k", 2, x), [-0.4, 0.3, 0.7]],
    [of("ArccosineKernel", 1, x), [-0.7, 0, 0.6]],
    [of("ArccosineKernel", 0, x), [-0.7, 0, 0.6]],
    [of("ArccosineKernel", half, x), [-0.7, 0, 0.6]],
    [of("ArccosineKernel", number(0.5), x), [-0.7, 0, 0.6]],
    [of("ArccosineKernel", number(0), x), [-0.7, 0, 0.6]],
    [of("ArccosineKernel", "alpha", of("Sin", x)), [-0.7, 0, 0.6]],
    [of("EllipticK", x), [-2, 0.3, 0.7]],
    [of("EllipticE", x), [-2, 0.3, 0.7]],
    [power(x, integer(3)), [-1, 2]],
    [power(x, integer(-2)), [-1, 2]],
    [power(subtract(2, x), half), [-1, 1]],
    [of("Sqrt", subtract(2, x)), [-1, 1]],
  ]; // biome-ignore format: a table
  it.each(curves)("agree with differences: case %#", (curve, places) => {
    const values = { m: 2, k: 2.5, alpha: 1.75 };
    const slope = differentiate(curve, "x");
    for (const at of places) {
      const expected = difference((t) => evaluate(curve, { ...values, x: t }), at, 1 / 128);
      expect(relativeError(evaluate(slope, { ...values, x: at }), expected)).toBeLessThan(1e-8);
    }
  });

  it("do not depend on what is free of the variable", () => {
    expect(differentiate(of("Gamma", "y"), "x")).toEqual(number(0));
    expect(differentiate(multiply(pi, of("ArccosineKernel", "alpha", "c")), "x")).toEqual(number(0));
  });

  it("of formulas have exact exponents and no branches", () => {
    expect(differentiate(power("B", -3), "B")).toEqual(multiply(multiply(-3, power("B", -4)), number(1)));
    const written = JSON.stringify(differentiate(of("Sqrt", subtract(1, power("c", 2))), "c"), (_, own) =>
      typeof own === "bigint" ? String(own) : own,
    );
    expect(written).not.toContain("Conditional");
  });

  const refused: readonly Expression[] = [
    of("Polygamma", "x", 2),
    of("Hypergeometric", "x", 1, 2, half),
    of("Hypergeometric", 1, "x", 2, half),
    of("Hypergeometric", 1, 1, "x", half),
    of("Gegenbauer", "x", 1, half),
    of("Gegenbauer", 2, "x", half),
    of("ArccosineKernel", "x", half),
    call("BigO", x),
  ];
  it.each(refused)("that have no closed form are refused: case %#", (expression) => {
    expect(() => differentiate(expression, "x")).toThrow(RangeError);
  });
});
