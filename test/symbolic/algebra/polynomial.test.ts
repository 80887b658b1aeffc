import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as P from "../../../src/symbolic/algebra/polynomial.js";
import { addRational, multiplyRational, rational } from "../../../src/symbolic/rational.js";
import { names, nonzero, points, polynomialOf, polynomials } from "./arbitraries.js";

const any = polynomials();
const name = fc.constantFrom(...names);
const [B, u, v] = names.map(P.variablePolynomial) as [P.Polynomial, P.Polynomial, P.Polynomial];
const one = P.constantPolynomial(1n);

/** What the data promise: sorted variables that occur, sorted terms, no zero coefficient. */
function expectCanonical(p: P.Polynomial): void {
  expect(p.variables).toEqual([...p.variables].sort());
  for (const i of p.variables.keys()) expect(p.terms.some(({ exponents }) => exponents[i]! > 0)).toBe(true);
  for (const [i, { exponents, coefficient }] of p.terms.entries()) {
    expect(coefficient).not.toBe(0n);
    expect(exponents.length).toBe(p.variables.length);
    const next = p.terms[i + 1]?.exponents;
    if (next === undefined) continue;
    const place = exponents.findIndex((exponent, k) => exponent !== next[k]);
    expect(exponents[place]).toBeGreaterThan(next[place]!);
  }
}

describe("polynomial", () => {
  it("is canonical after every operation", () => {
    fc.assert(
      fc.property(any, any, name, (p, q, x) => {
        const sum = P.addPolynomial(p, q);
        for (const result of [
          sum,
          P.subtractPolynomial(sum, q),
          P.multiplyPolynomial(p, q),
          P.negatePolynomial(p),
          P.derivativePolynomial(p, x),
          P.powerPolynomial(p, 3),
          ...P.coefficientsIn(p, x),
        ]) {
          expectCanonical(result);
        }
        expect(P.subtractPolynomial(sum, q)).toEqual(p);
        expect(P.isZeroPolynomial(P.subtractPolynomial(p, p))).toBe(true);
      }),
    );
  });

  it("obeys the laws of a commutative ring", () => {
    fc.assert(
      fc.property(any, any, any, (p, q, r) => {
        expect(P.multiplyPolynomial(p, q)).toEqual(P.multiplyPolynomial(q, p));
        expect(P.multiplyPolynomial(P.multiplyPolynomial(p, q), r)).toEqual(
          P.multiplyPolynomial(p, P.multiplyPolynomial(q, r)),
        );
        expect(P.multiplyPolynomial(p, P.addPolynomial(q, r))).toEqual(
          P.addPolynomial(P.multiplyPolynomial(p, q), P.multiplyPolynomial(p, r)),
        );
        expect(P.multiplyPolynomial(p, one)).toEqual(p);
        expect(P.addPolynomial(p, P.zeroPolynomial)).toEqual(p);
      }),
    );
  });

  it("has values that are sums and products of values", () => {
    fc.assert(
      fc.property(any, any, points, (p, q, point) => {
        const [a, b] = [P.evaluatePolynomial(p, point), P.evaluatePolynomial(q, point)];
        expect(P.evaluatePolynomial(P.multiplyPolynomial(p, q), point)).toEqual(multiplyRational(a, b));
        expect(P.evaluatePolynomial(P.addPolynomial(p, q), point)).toEqual(addRational(a, b));
      }),
    );
    expect(P.evaluatePolynomial(P.subtractPolynomial(B, u), { B: rational(1, 2), u: rational(1, 3) })).toEqual(
      rational(1, 6),
    );
    expect(() => P.evaluatePolynomial(B, { u: rational(1) })).toThrow("no value for B");
    expect(() => P.evaluatePolynomial(P.variablePolynomial("toString"), {})).toThrow(RangeError);
  });

  it("takes powers that are repeated products", () => {
    fc.assert(
      fc.property(polynomials(3, 5, 2), fc.nat({ max: 7 }), (p, n) => {
        let product = one;
        for (let k = 0; k < n; k++) product = P.multiplyPolynomial(product, p);
        expect(P.powerPolynomial(p, n)).toEqual(product);
      }),
    );
    expect(P.powerPolynomial(P.zeroPolynomial, 0)).toEqual(one);
    for (const n of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => P.powerPolynomial(B, n)).toThrow(RangeError);
    }
  });

  it("expands (B + u + v)^20 into the 231 multinomial coefficients", () => {
    const power = P.powerPolynomial(P.addPolynomial(P.addPolynomial(B, u), v), 20);
    const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
    expect(power.terms.length).toBe(231);
    for (const { exponents, coefficient } of power.terms) {
      expect(coefficient).toBe(exponents.reduce((quotient, k) => quotient / factorial(k), factorial(20)));
    }
  });

  it("divides exactly what was multiplied, and nothing else", () => {
    fc.assert(
      fc.property(any, nonzero(any), nonzero(any), (p, q, r) => {
        const product = P.multiplyPolynomial(p, q);
        expect(P.dividePolynomial(product, q)).toEqual(p);
        const quotient = P.dividePolynomial(P.addPolynomial(product, r), q);
        // q divides p q + r exactly when it divides r.
        const rest = P.dividePolynomial(r, q);
        if (rest === null) expect(quotient).toBeNull();
        else expect(quotient).toEqual(P.addPolynomial(p, rest));
      }),
      { numRuns: 500 },
    );
    expect(P.dividePolynomial(P.variablePolynomial("B"), P.constantPolynomial(2n))).toBeNull();
    expect(P.dividePolynomial(u, B)).toBeNull();
    expect(() => P.dividePolynomial(B, P.zeroPolynomial)).toThrow(RangeError);
  });

  it("does not take a carry between exponents for a quotient", () => {
    // With exponents of u below 3, u^3 and B would share one place in a table.
    const p = P.subtractPolynomial(P.multiplyPolynomial(B, u), P.powerPolynomial(u, 2));
    for (const q of [P.subtractPolynomial(B, P.powerPolynomial(u, 2)), P.addPolynomial(B, one)]) {
      expect(P.dividePolynomial(p, q)).toBeNull();
    }
  });

  it("multiplies and divides in so many variables that their monomials have no exact double", () => {
    const sum = (from: number) =>
      Array.from({ length: 40 }, (_, i) => P.variablePolynomial(`x${String(i).padStart(2, "0")}`)).reduce(
        (total, x, i) => P.addPolynomial(total, P.scalePolynomial(x, BigInt(from + i))),
        one,
      );
    const [p, q] = [sum(1), sum(-7)];
    const product = P.multiplyPolynomial(p, q);
    expectCanonical(product);
    expect(product).toEqual(P.multiplyPolynomial(q, p));
    expect(P.dividePolynomial(product, q)).toEqual(p);
    expect(P.dividePolynomial(P.addPolynomial(product, one), q)).toBeNull();
    const point = Object.fromEntries(p.variables.map((x, i) => [x, rational(i % 5, 3)]));
    expect(P.evaluatePolynomial(product, point)).toEqual(
      multiplyRational(P.evaluatePolynomial(p, point), P.evaluatePolynomial(q, point)),
    );
  });

  it("is the sum of its coefficients times powers of a variable", () => {
    fc.assert(
      fc.property(any, name, (p, x) => {
        const list = P.coefficientsIn(p, x);
        expect(list.length).toBe(P.degreeIn(p, x) + 1);
        for (const c of list) expect(c.variables).not.toContain(x);
        expect(P.fromCoefficients(list, x)).toEqual(p);
        const sum = list.reduce(
          (total, c, k) =>
            P.addPolynomial(total, P.multiplyPolynomial(c, P.powerPolynomial(P.variablePolynomial(x), k))),
          P.zeroPolynomial,
        );
        expect(sum).toEqual(p);
      }),
    );
    expect(P.fromCoefficients([B, B], "B")).toEqual(P.addPolynomial(B, P.powerPolynomial(B, 2)));
  });

  it("differentiates by the product rule", () => {
    fc.assert(
      fc.property(any, any, name, (p, q, x) => {
        expect(P.derivativePolynomial(P.multiplyPolynomial(p, q), x)).toEqual(
          P.addPolynomial(
            P.multiplyPolynomial(P.derivativePolynomial(p, x), q),
            P.multiplyPolynomial(p, P.derivativePolynomial(q, x)),
          ),
        );
      }),
    );
    expect(P.derivativePolynomial(P.powerPolynomial(B, 3), "B")).toEqual(
      P.scalePolynomial(P.powerPolynomial(B, 2), 3n),
    );
  });

  it("has a content that divides out, multiplicative as Gauss says", () => {
    fc.assert(
      fc.property(nonzero(any), nonzero(any), (p, q) => {
        expect(P.content(P.multiplyPolynomial(p, q))).toBe(P.content(p) * P.content(q));
        const primitive = P.primitivePart(p);
        expect(P.content(primitive)).toBe(1n);
        expect(P.leadingCoefficient(primitive)).toBeGreaterThan(0n);
        const sign = P.leadingCoefficient(p) < 0n ? -1n : 1n;
        expect(P.scalePolynomial(primitive, sign * P.content(p))).toEqual(p);
      }),
    );
    expect(P.content(P.zeroPolynomial)).toBe(0n);
    expect(
      P.content(
        polynomialOf([
          [[1, 0, 0], -6n],
          [[0, 0, 0], 4n],
        ]),
      ),
    ).toBe(2n);
  });

  it("has degrees that add up in products", () => {
    fc.assert(
      fc.property(nonzero(any), nonzero(any), name, (p, q, x) => {
        const product = P.multiplyPolynomial(p, q);
        expect(P.degreeIn(product, x)).toBe(P.degreeIn(p, x) + P.degreeIn(q, x));
        expect(P.totalDegree(product)).toBe(P.totalDegree(p) + P.totalDegree(q));
      }),
    );
    expect([P.degreeIn(P.zeroPolynomial, "B"), P.totalDegree(P.zeroPolynomial)]).toEqual([0, 0]);
  });
});
