import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arccosineKernel as kernelInDoubles } from "../../../src/numeric/special/arccosineKernel.js";
import { evaluateFunction } from "../../../src/symbolic/algebra/rationalFunction.js";
import { contains, type Expression, fold, integer, number, symbol } from "../../../src/symbolic/expression.js";
import { arccosineKernel } from "../../../src/symbolic/kernels/arccosineKernel.js";
import { arccosineKernelDerivative } from "../../../src/symbolic/kernels/arccosineKernelDerivative.js";
import { closedKernel } from "../../../src/symbolic/kernels/closedKernel.js";
import { kernelMoment } from "../../../src/symbolic/kernels/kernelMoment.js";
import { rational, toNumber } from "../../../src/symbolic/rational.js";
import { decimal, exactTerm, isFrozenTerm } from "./terms.js";
import { fractionOf, valueAt } from "./value.js";

interface Closed {
  readonly alpha: string;
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const reference = JSON.parse(readFileSync(new URL("../../reference/kernels.json", import.meta.url), "utf8")) as {
  kernel: readonly { alpha: string; c: string; value: string; first: string; second: string }[];
  closed: { whole: readonly Closed[]; half: readonly Closed[] };
};

const c = symbol("c");
const relative = (value: number, expected: number) => Math.abs(value - expected) / Math.max(1e-300, Math.abs(expected));
const headsOf = (term: Expression) =>
  fold<ReadonlySet<string>>(term, (node, args) => new Set([node.head, ...args.flatMap((own) => [...own])]));

describe("arccosineKernel", () => {
  it.each(reference.kernel)("J_$alpha($c) and two derivatives agree with the angular integral", (row) => {
    const [alpha, at] = [exactTerm(row.alpha), { c: decimal(row.c) }];
    const forms = [
      arccosineKernel(alpha, c),
      arccosineKernelDerivative(alpha, c),
      arccosineKernelDerivative(alpha, c, 2),
    ];
    [row.value, row.first, row.second].forEach((text, order) => {
      const expected = Number(text);
      // all forms cancel towards c = -1, where J ~ (1+c)^(alpha+1/2): their terms are of order 1, so the error is
      // absolute
      const error = Math.abs(valueAt(forms[order]!, at) - expected) / Math.max(1, Math.abs(expected));
      expect(error, `order ${order}`).toBeLessThan(1e-14);
    });
  });

  it.each(["whole", "half"] as const)("the polynomials of %s degree are those fitted to the integral", (kind) => {
    reference.closed[kind].forEach(({ first, second }, index) => {
      const kernel = closedKernel(kind, index);
      for (const [f, coefficients] of [
        [kernel.first, first],
        [kernel.second, second],
      ] as const) {
        // two polynomials of degree at most 8 that agree at nine points are the same
        for (let x = -4; x <= 4; x++) {
          const expected = coefficients.reduce((total, text, power) => {
            const { numerator, denominator } = fractionOf(text);
            const term = rational(numerator * BigInt(x) ** BigInt(power), denominator);
            return rational(
              total.numerator * term.denominator + term.numerator * total.denominator,
              total.denominator * term.denominator,
            );
          }, rational(0));
          expect(evaluateFunction(f, { c: rational(x) })).toEqual(expected);
        }
      }
    });
  });

  it("agrees with the numeric kernel at random degrees and correlations, whichever form it takes", () => {
    const degrees = fc.oneof(
      fc.integer({ min: 0, max: 12 }).map((k) => rational(k)),
      fc.integer({ min: 0, max: 9 }).map((k) => rational(2 * k + 1, 2)),
      fc.tuple(fc.integer({ min: -9, max: 100 }), fc.integer({ min: 20, max: 30 })).map(([p, q]) => rational(p, q)),
    );
    fc.assert(
      fc.property(degrees, fc.double({ min: -0.5, max: 0.9, noNaN: true }), ({ numerator, denominator }, at) => {
        const alpha = exactTerm(`${numerator}/${denominator}`);
        const expected = kernelInDoubles(toNumber(rational(numerator, denominator)), at);
        // at c = -1/2 the closed form of degree 12 has lost 6 digits
        const tolerance = 1e-9;
        expect(relative(valueAt(arccosineKernel(alpha, c), { c: at }), expected.value)).toBeLessThan(tolerance);
        expect(relative(valueAt(arccosineKernelDerivative(alpha, c), { c: at }), expected.derivative)).toBeLessThan(
          tolerance,
        );
      }),
      { numRuns: 200 },
    );
  });

  it("takes the form that the degree allows", () => {
    expect(headsOf(arccosineKernel(integer(3), c))).toContain("Acos");
    expect(headsOf(arccosineKernel(exactTerm("5/2"), c))).toContain("EllipticK");
    expect(headsOf(arccosineKernel(exactTerm("1/3"), c))).toContain("Hypergeometric");
    expect(headsOf(arccosineKernel(symbol("alpha"), c))).toContain("Hypergeometric");
    expect(headsOf(arccosineKernel(integer(1000), c))).toContain("Hypergeometric");
    expect(headsOf(arccosineKernel(number(2), c))).toContain("Acos");
  });

  it("gives the same value in the hypergeometric form of a symbol as in the closed form", () => {
    const general = arccosineKernel(symbol("alpha"), c);
    for (const alpha of ["0", "1", "2", "5", "1/2", "3/2", "7/2"]) {
      for (const at of [-0.4, -1 / 7, 0.2, 0.6]) {
        const closed = valueAt(arccosineKernel(exactTerm(alpha), c), { c: at });
        expect(relative(valueAt(general, { alpha: decimal(alpha), c: at }), closed)).toBeLessThan(2e-14);
      }
    }
  });

  it("puts a correlation of a batch into its polynomials", () => {
    const rho = exactTermOfBatch();
    for (const alpha of ["0", "1", "2", "3/2", "2/5"]) {
      const term = arccosineKernel(exactTerm(alpha), rho);
      expect(contains(term, "c")).toBe(false);
      expect(
        relative(valueAt(term, { B: 9 }), valueAt(arccosineKernel(exactTerm(alpha), c), { c: -1 / 8 })),
      ).toBeLessThan(1e-14);
    }
  });

  it("takes any term for the correlation", () => {
    const cosine = { head: "Cos", args: [symbol("theta")] } as const;
    for (const alpha of ["1", "1/2", "1/3"]) {
      const term = arccosineKernel(exactTerm(alpha), cosine);
      const expected = kernelInDoubles(decimal(alpha), Math.cos(1.1)).value;
      expect(relative(valueAt(term, { theta: 1.1 }), expected)).toBeLessThan(1e-14);
    }
  });

  it("returns 1 and 0 at the edges, where the elliptic form is 0 times infinity", () => {
    for (const alpha of ["0", "1/2", "2/3", "4"]) {
      expect(arccosineKernel(exactTerm(alpha), integer(1))).toEqual(integer(1));
      expect(arccosineKernel(exactTerm(alpha), integer(-1))).toEqual(integer(0));
    }
  });

  it("refuses degrees and correlations outside its domain", () => {
    for (const alpha of ["-1/2", "-3", "-7/10"]) {
      expect(() => arccosineKernel(exactTerm(alpha), c)).toThrow(expect.objectContaining({ code: "domain" }));
    }
    expect(() => arccosineKernel(integer(1), exactTerm("11/10"))).toThrow(expect.objectContaining({ code: "domain" }));
    expect(() => arccosineKernel(integer(1), integer(-2))).toThrow(expect.objectContaining({ code: "domain" }));
  });

  it("returns frozen terms of exact numbers", () => {
    for (const alpha of ["2", "5/2", "1/3"]) {
      const term = arccosineKernelDerivative(exactTerm(alpha), c, 3);
      expect(isFrozenTerm(term)).toBe(true);
      expect(headsOf(term)).not.toContain("Number");
    }
  });
});

describe("arccosineKernelDerivative", () => {
  const difference = (f: (x: number) => number, x: number, h = 1e-3) =>
    (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);

  it("is the derivative of the order below, at every order and in every form", () => {
    for (const alpha of ["0", "1", "2", "1/2", "3/2", "1/5", "9/4"]) {
      for (let order = 1; order <= 5; order++) {
        const [below, own] = [order - 1, order].map((n) => arccosineKernelDerivative(exactTerm(alpha), c, n));
        for (const at of [-0.35, 0.15, 0.45]) {
          const expected = difference((x) => valueAt(below!, { c: x }), at);
          // five-point differences of step 1e-3: 1e-12/30 times the fifth derivative, and rounding 1e-13
          const size = Math.max(1, Math.abs(expected));
          expect(Math.abs(valueAt(own!, { c: at }) - expected) / size, `${alpha}, ${order}, ${at}`).toBeLessThan(3e-7);
        }
      }
    }
  });

  it("is exact at the edges where it is finite", () => {
    expect(arccosineKernelDerivative(integer(1), integer(1))).toEqual(integer(1));
    expect(arccosineKernelDerivative(integer(2), integer(1))).toEqual(exactTerm("4/3"));
    expect(arccosineKernelDerivative(integer(2), integer(-1))).toEqual(integer(0));
    expect(arccosineKernelDerivative(exactTerm("3/4"), integer(1))).toEqual(exactTerm("9/8"));
  });

  it("refuses the edges where it is not", () => {
    for (const [alpha, order] of [
      ["1/2", 1],
      ["0", 1],
      ["1", 2],
      ["3/2", 2],
      ["2", 3],
    ] as const) {
      for (const edge of [1, -1]) {
        expect(() => arccosineKernelDerivative(exactTerm(alpha), integer(edge), order)).toThrow(
          expect.objectContaining({ code: "domain" }),
        );
      }
    }
    expect(() => arccosineKernelDerivative(integer(1), c, -1)).toThrow(RangeError);
  });
});

describe("kernelMoment", () => {
  it("is E relu(z)^(2 alpha)", () => {
    expect(kernelMoment(integer(0))).toEqual(exactTerm("1/2"));
    expect(kernelMoment(integer(1))).toEqual(exactTerm("1/2"));
    expect(kernelMoment(integer(2))).toEqual(exactTerm("3/2"));
    // E|z| / 2 = 1/sqrt(2 pi)
    expect(valueAt(kernelMoment(exactTerm("1/2")))).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 14);
    expect(valueAt(kernelMoment(symbol("alpha")), { alpha: 2 })).toBeCloseTo(1.5, 14);
  });
});

function exactTermOfBatch(): Expression {
  return {
    head: "Divide",
    args: [integer(-1), { head: "Subtract", args: [symbol("B"), integer(1)] }],
  };
}
