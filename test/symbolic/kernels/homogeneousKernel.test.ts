import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arccosineKernel } from "../../../src/numeric/special/arccosineKernel.js";
import { call, integer, symbol } from "../../../src/symbolic/expression.js";
import { homogeneousKernel, homogeneousKernelDerivative } from "../../../src/symbolic/kernels/homogeneousKernel.js";
import { homogeneousKernel as kernelInDoubles } from "../../../src/theory/batchnorm/routes/closedForm/homogeneousKernel.js";
import { decimal, exactTerm } from "./terms.js";
import { valueAt } from "./value.js";

const [a, b, c] = [symbol("a"), symbol("b"), symbol("c")];
const degrees = ["0", "1", "2", "3", "1/2", "3/2", "5/2", "1/5", "4/3", "13/5"];

describe("homogeneousKernel", () => {
  it("is (a^2 + b^2) J(c) - 2 a b J(-c), slope and all, at random points", () => {
    const real = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...degrees),
        real,
        real,
        fc.double({ min: -0.8, max: 0.8, noNaN: true }),
        (d, x, y, at) => {
          const [own, opposite] = [arccosineKernel(decimal(d), at), arccosineKernel(decimal(d), -at)];
          const values = { a: x, b: y, c: at };
          const kernel = homogeneousKernel(exactTerm(d), a, b, c);
          const slope = homogeneousKernelDerivative(exactTerm(d), a, b, c);
          expect(valueAt(kernel, values)).toBeCloseTo((x * x + y * y) * own.value - 2 * x * y * opposite.value, 11);
          expect(valueAt(slope, values)).toBeCloseTo(
            (x * x + y * y) * own.derivative + 2 * x * y * opposite.derivative,
            11,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it("agrees, normalised, with the numeric route's own series at a batch's correlation", () => {
    for (const degree of degrees) {
      for (const [x, y, batch] of [
        [1, 0, 8],
        [1, 0.3, 5],
        [0.7, -0.4, 33],
      ] as const) {
        // phi is right x^alpha on the right and left |x|^alpha on the left
        const expected = kernelInDoubles({ degree: decimal(degree), right: x, left: -y }, -1 / (batch - 1));
        const rho = call("Divide", integer(-1), call("Subtract", symbol("B"), integer(1)));
        const term = homogeneousKernel(exactTerm(degree), a, b, rho, { normalised: true });
        const slope = homogeneousKernelDerivative(exactTerm(degree), a, b, rho, 1, { normalised: true });
        const values = { a: x, b: y, B: batch };
        expect(valueAt(term, values)).toBeCloseTo(expected.value, 13);
        expect(valueAt(slope, values)).toBeCloseTo(expected.derivative, 13);
      }
    }
  });

  it("holds for a symbol alpha", () => {
    const term = homogeneousKernel(symbol("alpha"), a, b, c);
    const values = { alpha: 1.3, a: 1, b: -0.4, c: 0.35 };
    const expected = 1.16 * arccosineKernel(1.3, 0.35).value + 0.8 * arccosineKernel(1.3, -0.35).value;
    expect(valueAt(term, values)).toBeCloseTo(expected, 13);
  });

  it("finds that the identity has the kernel 2c and x^2 the kernel 2 (1 + 2 c^2)/3", () => {
    expect(homogeneousKernel(integer(1), integer(1), integer(1), c)).toEqual(call("Multiply", integer(2), c));
    const square = homogeneousKernel(integer(2), integer(1), integer(-1), c);
    expect(valueAt(square, { c: 0.3 })).toBeCloseTo((2 * (1 + 2 * 0.09)) / 3, 15);
    expect(JSON.stringify(square, (_, value) => (typeof value === "bigint" ? Number(value) : value))).not.toContain(
      "Acos",
    );
  });

  it("differentiates its derivatives", () => {
    for (const degree of degrees) {
      for (let order = 1; order <= 3; order++) {
        const lower = homogeneousKernelDerivative(exactTerm(degree), a, b, c, order - 1);
        const own = homogeneousKernelDerivative(exactTerm(degree), a, b, c, order);
        const f = (x: number) => valueAt(lower, { a: 1.2, b: -0.5, c: x });
        const h = 1e-3;
        const expected = (8 * (f(0.3 + h) - f(0.3 - h)) - (f(0.3 + 2 * h) - f(0.3 - 2 * h))) / (12 * h);
        expect(valueAt(own, { a: 1.2, b: -0.5, c: 0.3 })).toBeCloseTo(expected, 8);
      }
    }
  });

  it("has its value at the edges", () => {
    const values = { a: 0.7, b: 0.4 };
    for (const degree of ["1", "1/2", "2/3"]) {
      expect(valueAt(homogeneousKernel(exactTerm(degree), a, b, integer(1)), values)).toBeCloseTo(0.65, 15);
      expect(valueAt(homogeneousKernel(exactTerm(degree), a, b, integer(-1)), values)).toBeCloseTo(-0.56, 15);
    }
  });

  it("refuses to normalise the zero function", () => {
    expect(() => homogeneousKernel(integer(1), integer(0), integer(0), c, { normalised: true })).toThrow(
      expect.objectContaining({ code: "domain" }),
    );
  });
});
