import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationalFunctionOf } from "../../../src/symbolic/algebra/fromExpression.js";
import {
  derivativeFunction,
  equalFunctions,
  evaluateFunction,
  type RationalFunction,
  rationalFunctions,
  substituteFunction,
  symbolFunction,
} from "../../../src/symbolic/algebra/rationalFunction.js";
import { call, type Expression, integer, symbol } from "../../../src/symbolic/expression.js";
import { expandInGegenbauer } from "../../../src/symbolic/kernels/expandInGegenbauer.js";
import { gegenbauerEquation } from "../../../src/symbolic/kernels/gegenbauerEquation.js";
import {
  gegenbauerAtCorrelation,
  gegenbauerGap,
  gegenbauerGapHypergeometric,
} from "../../../src/symbolic/kernels/gegenbauerGap.js";
import { gegenbauerPolynomial } from "../../../src/symbolic/kernels/gegenbauerPolynomial.js";
import { rational, toNumber } from "../../../src/symbolic/rational.js";
import { residual, valueAt } from "./value.js";

const { oneMinus } = (
  JSON.parse(readFileSync(new URL("../../reference/special.json", import.meta.url), "utf8")) as {
    gegenbauer: { oneMinus: readonly { n: number; k: number; value: string }[] };
  }
).gegenbauer;

const [lambda, x, B] = [symbol("lambda"), symbol("x"), symbol("B")];
const field = rationalFunctions;
const constant = (n: number) => field.fromRational(rational(n));
const product = (...factors: readonly RationalFunction[]) => factors.reduce(field.multiply);
const functionOf = (term: Expression): RationalFunction => {
  const f = rationalFunctionOf(term);
  if (f === null) throw new Error("a rational function was expected");
  return f;
};
const polynomial = (k: number) => functionOf(gegenbauerPolynomial(k, lambda, x));
const [l, t] = [symbolFunction("lambda"), symbolFunction("x")];
const two = constant(2);

describe("gegenbauerPolynomial", () => {
  it("satisfies the three-term recurrence exactly, with a symbol lambda", () => {
    expect(equalFunctions(polynomial(0), constant(1))).toBe(true);
    expect(equalFunctions(polynomial(1), product(two, l, t))).toBe(true);
    for (let k = 2; k <= 12; k++) {
      const rise = product(two, field.add(l, constant(k - 1)), t, polynomial(k - 1));
      const fall = product(field.add(product(two, l), constant(k - 2)), polynomial(k - 2));
      expect(equalFunctions(product(constant(k), polynomial(k)), field.subtract(rise, fall)), `k = ${k}`).toBe(true);
    }
  });

  it("satisfies its differential equation exactly, with eigenvalue k (k + 2 lambda)", () => {
    const weight = field.subtract(constant(1), product(t, t));
    for (let k = 0; k <= 8; k++) {
      const y = polynomial(k);
      const slope = derivativeFunction(y, "x");
      const curved = product(weight, derivativeFunction(slope, "x"));
      const drift = product(field.add(product(two, l), constant(1)), t, slope);
      const own = product(constant(k), field.add(constant(k), product(two, l)), y);
      expect(field.isZero(field.add(field.subtract(curved, drift), own)), `k = ${k}`).toBe(true);
    }
  });

  it("is what the head Gegenbauer evaluates to", () => {
    for (let k = 0; k <= 9; k++) {
      for (const [size, at] of [
        [0.5, 0.3],
        [1, -0.7],
        [2.5, 0.9],
        [13, -0.1],
      ] as const) {
        const expected = valueAt(call("Gegenbauer", integer(k), lambda, x), { lambda: size, x: at });
        const found = valueAt(gegenbauerPolynomial(k, lambda, x), { lambda: size, x: at });
        expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(1e-10);
      }
    }
  });

  it("refuses a degree that is no whole number and a lambda that is no rational function", () => {
    for (const k of [-1, 1.5]) expect(() => gegenbauerPolynomial(k, lambda, x)).toThrow(RangeError);
    expect(() => gegenbauerPolynomial(2, call("Cos", lambda), x)).toThrow(RangeError);
  });
});

describe("gegenbauerEquation", () => {
  it("holds for the heads at random degrees, orders and points", () => {
    const claim = gegenbauerEquation(symbol("k"));
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (k, size, at) => {
          const scale = Math.abs(valueAt(call("Gegenbauer", integer(k), lambda, x), { lambda: size, x: 1 }));
          const { difference } = residual(claim, { k, lambda: size, x: at });
          expect(difference / (scale * (k + 2 * size) ** 2)).toBeLessThan(1e-12);
        },
      ),
    );
  });
});

describe("expandInGegenbauer", () => {
  it("gives back the polynomial, exactly, with symbols in lambda and in the coefficients", () => {
    for (const size of [lambda, call("Divide", call("Subtract", B, integer(3)), integer(2))]) {
      for (let m = 0; m <= 8; m++) {
        const coefficients = Array.from({ length: m + 1 }, (_, k) =>
          k === m ? integer(1) : call("Multiply", integer(k - 3), symbol("p")),
        );
        const expansion = expandInGegenbauer(coefficients, size);
        const sum = expansion
          .map((coefficient, k) => product(functionOf(coefficient), functionOf(gegenbauerPolynomial(k, size, x))))
          .reduce(field.add);
        const expected = coefficients
          .map((coefficient, k) => product(functionOf(coefficient), ...Array.from({ length: k }, () => t)))
          .reduce(field.add);
        expect(equalFunctions(sum, expected)).toBe(true);
      }
    }
  });

  it("refuses lambda = 0, -1, ... where there is no basis", () => {
    for (const size of [0, -1, -2]) expect(() => expandInGegenbauer([integer(1)], integer(size))).toThrow(RangeError);
  });
});

describe("gegenbauerGap", () => {
  it("agrees with 34-digit values over the batch sizes", () => {
    for (const { n, k, value } of oneMinus.filter((row) => row.k <= 30)) {
      if (n === 2) continue; // B = 3, where P_k is a Chebyshev polynomial
      const exact = toNumber(evaluateFunction(functionOf(gegenbauerGap(k, B)), { B: rational(n + 1) }));
      expect(Math.abs(exact - Number(value))).toBeLessThanOrEqual(2e-16 * Number(value));
    }
  });

  it("is the same rational function of B as C_k(-1/(B-1))/C_k(1) by the explicit sum, for k up to 12", () => {
    const half = functionOf(call("Divide", call("Subtract", B, integer(3)), integer(2)));
    const rho = functionOf(call("Divide", integer(-1), call("Subtract", B, integer(1))));
    for (let k = 0; k <= 12; k++) {
      const inBatch = substituteFunction(polynomial(k), "lambda", half);
      const [top, bottom] = [rho, constant(1)].map((at) => substituteFunction(inBatch, "x", at));
      expect(equalFunctions(field.divide(top!, bottom!), functionOf(gegenbauerAtCorrelation(k, B))), `k = ${k}`).toBe(
        true,
      );
    }
  });

  it("is both terminating hypergeometric series, term by term in exact arithmetic", () => {
    // 2F1(-k, k+B-3; B/2-1; z) with (a)_j (b)_j/((c)_j j!) z^j
    const series = (k: number, z: RationalFunction) => {
      let [term, sum] = [constant(1), constant(1)];
      const b = symbolFunction("B");
      for (let j = 0; j < k; j++) {
        const upper = product(constant(j - k), field.add(b, constant(k - 3 + j)));
        const lower = product(field.add(field.divide(b, two), constant(j - 1)), constant(j + 1));
        term = product(term, field.divide(upper, lower), z);
        sum = field.add(sum, term);
      }
      return sum;
    };
    const b = symbolFunction("B");
    const below = product(two, field.subtract(b, constant(1)));
    for (let k = 0; k <= 9; k++) {
      const gap = functionOf(gegenbauerGap(k, B));
      const sign = constant(k % 2 === 0 ? 1 : -1);
      const direct = field.subtract(constant(1), series(k, field.divide(b, below)));
      const reflected = field.subtract(
        constant(1),
        product(sign, series(k, field.divide(field.subtract(b, two), below))),
      );
      expect(equalFunctions(gap, direct) && equalFunctions(gap, reflected), `k = ${k}`).toBe(true);
      // a sign with the argument of the other form, or none, is wrong for odd k
      const mixed = field.subtract(constant(1), product(sign, series(k, field.divide(b, below))));
      expect(equalFunctions(gap, mixed)).toBe(k % 2 === 0);
    }
  });

  it("has the hypergeometric forms for a symbol k", () => {
    for (const reflected of [false, true]) {
      const term = gegenbauerGapHypergeometric(symbol("k"), B, reflected);
      for (const k of [0, 1, 2, 5, 9]) {
        for (const batch of [4, 7, 30]) {
          const expected = valueAt(gegenbauerGap(k, B), { B: batch });
          expect(Math.abs(valueAt(term, { k, B: batch }) - expected)).toBeLessThan(1e-12);
        }
      }
    }
  });
});
