import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rationalFunctionOf } from "../../../src/symbolic/algebra/fromExpression.js";
import { equalFunctions, evaluateFunction } from "../../../src/symbolic/algebra/rationalFunction.js";
import { call, type Expression, integer, symbol } from "../../../src/symbolic/expression.js";
import { sphereMoment } from "../../../src/symbolic/integrals/sphereMoment.js";
import { batchBasisFactor, expandInBatchBasis } from "../../../src/symbolic/kernels/batchBasis.js";
import { batchPolynomial } from "../../../src/symbolic/kernels/batchPolynomial.js";
import { erfCoefficient } from "../../../src/symbolic/kernels/erfCoefficient.js";
import { homogeneousCoefficient, reluCoefficient } from "../../../src/symbolic/kernels/homogeneousCoefficient.js";
import { sphereMean } from "../../../src/symbolic/kernels/sphereMean.js";
import { rational } from "../../../src/symbolic/rational.js";
import { decimal, exactTerm } from "./terms.js";
import { fractionOf, valueAt } from "./value.js";

const reference = JSON.parse(readFileSync(new URL("../../reference/kernels.json", import.meta.url), "utf8")) as {
  coefficients: {
    relu: readonly { alpha: string; batch: number; k: number; value: string }[];
    erf: readonly { slope: string; batch: number; k: number; value: string }[];
  };
  moments: readonly { i: number; j: number; batch: number; value: string }[];
};

const B = symbol("B");
const z = symbol("z");
const functionOf = (term: Expression) => rationalFunctionOf(term)!;
const same = (left: Expression, right: Expression) => equalFunctions(functionOf(left), functionOf(right));

describe("sphereMoment", () => {
  it("agrees exactly with the moments in an orthonormal frame", () => {
    for (const { i, j, batch, value } of reference.moments) {
      expect(evaluateFunction(functionOf(sphereMoment(i, j)), { B: rational(batch) })).toEqual(fractionOf(value));
    }
  });

  it("is 0 for an odd number of factors, symmetric, and sums to 0 with z2 = -z1 - ... over the batch", () => {
    expect(sphereMoment(2, 3)).toEqual(integer(0));
    for (const [i, j] of [
      [2, 4],
      [1, 3],
      [3, 5],
    ] as const)
      expect(same(sphereMoment(i, j), sphereMoment(j, i))).toBe(true);
    // the B samples sum to 0: E z1^i (z1 + (B-1) z2) = 0
    for (const i of [1, 3, 5, 7]) {
      const others = call("Multiply", call("Subtract", B, integer(1)), sphereMoment(i, 1));
      expect(same(call("Add", sphereMoment(i + 1, 0), others), integer(0))).toBe(true);
    }
  });

  it("averages polynomials with symbols in their coefficients", () => {
    const body = call("Multiply", symbol("p"), call("Power", call("Add", symbol("u"), symbol("v")), integer(2)));
    // E (z1 + z2)^2 = 2 - 2/(B-1)
    const expected = call(
      "Multiply",
      symbol("p"),
      call("Divide", call("Multiply", integer(2), call("Subtract", B, integer(2))), call("Subtract", B, integer(1))),
    );
    expect(same(sphereMean(body, "u", "v", B), expected)).toBe(true);
    expect(() => sphereMean(call("Divide", integer(1), symbol("u")), "u", "v", B)).toThrow(RangeError);
    expect(() => sphereMean(call("Exp", symbol("u")), "u", "v", B)).toThrow(RangeError);
  });
});

describe("expandInBatchBasis", () => {
  const polynomials: readonly (readonly number[])[] = [
    [1],
    [0, 1],
    [0, 1, 0, 1],
    [2, 0, 1],
    [1, -2, 3, 0, 5],
    [0, 0, 0, 0, 0, 1],
  ];

  it("has squares that sum to E phi(z)^2, exactly in B", () => {
    for (const coefficients of polynomials) {
      const terms = coefficients.map((value) => integer(value));
      const total = expandInBatchBasis(terms, B)
        .map(({ square }) => square)
        .reduce((a, b) => call("Add", a, b));
      const phi = terms
        .map((term, k) => call("Multiply", term, call("Power", z, integer(k))))
        .reduce((a, b) => call("Add", a, b));
      expect(same(total, sphereMean(call("Multiply", phi, phi), "z", "w", B))).toBe(true);
    }
  });

  it("gives back the polynomial with the basis of batchBasisFactor", () => {
    const factors = Array.from({ length: 6 }, (_, k) => batchBasisFactor(k, B));
    for (const coefficients of polynomials) {
      const expansion = expandInBatchBasis(
        coefficients.map((value) => integer(value)),
        B,
      );
      for (const batch of [4, 5, 9]) {
        for (const at of [-1.1, 0.4, 1.6]) {
          const place = { l: (batch - 3) / 2, t: at / Math.sqrt(batch - 1) };
          const sum = expansion.reduce((total, { value }, k) => {
            const polynomial = valueAt(call("Gegenbauer", integer(k), symbol("l"), symbol("t")), place);
            return total + valueAt(value, { B: batch }) * valueAt(factors[k]!, { B: batch }) * polynomial;
          }, 0);
          const expected = coefficients.reduce((total, value, k) => total + value * at ** k, 0);
          expect(Math.abs(sum - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
        }
      }
    }
  });

  it("has the factor of the paper's basis", () => {
    const binomial = (n: number, k: number) =>
      Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
    for (let k = 0; k <= 8; k++) {
      for (const batch of [4, 6, 11]) {
        const expected = Math.sqrt((batch - 3 + 2 * k) / ((batch - 3) * binomial(batch - 4 + k, k)));
        expect(valueAt(batchBasisFactor(k, B), { B: batch })).toBeCloseTo(expected, 13);
      }
    }
  });

  it("refuses B = 3, where the basis is another", () => {
    expect(() => expandInBatchBasis([integer(1), integer(1)], integer(3))).toThrow(RangeError);
    expect(() => batchBasisFactor(2, integer(3))).toThrow(RangeError);
  });
});

describe("homogeneousCoefficient", () => {
  it.each(["0", "1/2", "1", "13/10", "2"])("is the integral (26) of relu(z)^%s", (alpha) => {
    for (const row of reference.coefficients.relu.filter((own) => own.alpha === alpha)) {
      const expected = Number(row.value);
      const exact = valueAt(reluCoefficient(exactTerm(alpha), row.k, B), { B: row.batch });
      const general = valueAt(reluCoefficient(symbol("alpha"), row.k, B), { B: row.batch, alpha: decimal(alpha) });
      expect(Math.abs(exact - expected)).toBeLessThan(2e-15);
      expect(Math.abs(general - expected)).toBeLessThan(2e-15);
    }
  });

  it("is exactly 0 where the part of phi of that parity is a polynomial of lower degree", () => {
    for (const [alpha, k] of [
      [0, 2],
      [0, 4],
      [1, 3],
      [1, 5],
      [2, 4],
      [3, 5],
    ] as const) {
      expect(reluCoefficient(integer(alpha), k, B)).toEqual(integer(0));
    }
    expect(reluCoefficient(integer(1), 2, B)).not.toEqual(integer(0));
  });

  it("gives x and |x| their one-sided parts: the coefficients of a polynomial are those of expandInBatchBasis", () => {
    for (const [alpha, left] of [
      [1, 1],
      [2, -1],
      [3, 1],
    ] as const) {
      const powers = Array.from({ length: alpha + 1 }, (_, m) => integer(m === alpha ? 1 : 0));
      expandInBatchBasis(powers, B).forEach(({ value }, k) => {
        const own = homogeneousCoefficient(integer(alpha), integer(1), integer(left), k, B);
        for (const batch of [4, 7, 20])
          expect(valueAt(own, { B: batch })).toBeCloseTo(valueAt(value, { B: batch }), 13);
      });
    }
  });

  it("weighs the two sides", () => {
    const term = (k: number) => homogeneousCoefficient(exactTerm("3/2"), symbol("a"), symbol("b"), k, B);
    const relu = (k: number) => valueAt(reluCoefficient(exactTerm("3/2"), k, B), { B: 9 });
    const values = { a: 0.7, b: 0.4, B: 9 };
    for (const k of [0, 1, 2, 3]) {
      expect(valueAt(term(k), values)).toBeCloseTo((k % 2 === 0 ? 0.3 : 1.1) * relu(k), 14);
    }
  });

  it("refuses degrees without a second moment", () => {
    expect(() => reluCoefficient(exactTerm("-1/2"), 1, B)).toThrow(expect.objectContaining({ code: "domain" }));
    expect(() => reluCoefficient(integer(1), -1, B)).toThrow(RangeError);
  });
});

describe("erfCoefficient", () => {
  it("is the integral (26) of erf(s z)", () => {
    for (const { slope, batch, k, value } of reference.coefficients.erf) {
      // the sum peaks near j = x = s^2 (B-1), and (b)_j j! leaves the doubles at j = 150
      if (decimal(slope) ** 2 * (batch - 1) > 40) continue;
      const exact = valueAt(erfCoefficient(exactTerm(slope), k, B), { B: batch });
      const general = valueAt(erfCoefficient(symbol("s"), k, B), { B: batch, s: decimal(slope) });
      expect(Math.abs(exact - Number(value))).toBeLessThan(1e-14);
      expect(Math.abs(general - Number(value))).toBeLessThan(1e-14);
    }
  });

  it("does not capture a symbol of the batch size in its sum", () => {
    const term = erfCoefficient(integer(1), 1, symbol("j"));
    expect(valueAt(term, { j: 8 })).toBeCloseTo(valueAt(erfCoefficient(integer(1), 1, B), { B: 8 }), 15);
  });
});

describe("batchPolynomial", () => {
  it("is orthogonal to the others, with the mean square of its docstring", () => {
    for (let k = 0; k <= 5; k++) {
      for (let j = 0; j <= 5; j++) {
        const body = call("Multiply", batchPolynomial(j, B, z), batchPolynomial(k, B, z));
        const mean = sphereMean(body, "z", "w", B);
        if (j !== k) expect(mean).toEqual(integer(0));
        else {
          const dimension = batchBasisFactor(k, B);
          const [atOne, n] = [valueAt(call("Gegenbauer", integer(k), integer(2), integer(1))), 6];
          // B = 7, lambda = 2: d_k = (factor C_k(1))^2
          const expected = (k % 2 === 0 ? 1 : n) / (valueAt(dimension, { B: 7 }) * atOne) ** 2;
          expect(valueAt(mean, { B: 7 })).toBeCloseTo(expected, 13);
        }
      }
    }
  });
});
