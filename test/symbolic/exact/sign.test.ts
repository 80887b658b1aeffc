import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addPolynomial, evaluatePolynomial, multiplyPolynomial } from "../../../src/symbolic/algebra/polynomial.js";
import { kernelOf, minus, over, plus, power, term, times } from "../../../src/symbolic/build.js";
import { domainOf, effectiveAssumptions } from "../../../src/symbolic/exact/domain.js";
import { primeFactors } from "../../../src/symbolic/exact/factorise.js";
import { normalise } from "../../../src/symbolic/exact/normalise.js";
import { signOf, signOfExact, strictSignOf, strictSignOfExact } from "../../../src/symbolic/exact/sign.js";
import { call, symbol } from "../../../src/symbolic/expression.js";
import { samplePoints } from "../../../src/symbolic/precise/samplePoints.js";
import { compare, element } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { acos, admissible, defaultDomain, rho } from "./support.js";

const coefficient = fc.integer({ min: -6, max: 6 });
const polynomial = fc
  .array(fc.tuple(coefficient, fc.nat(3), fc.nat(2)), { minLength: 1, maxLength: 4 })
  .map((terms) => normalise(plus(...terms.map(([k, i, j]) => times(k, power("B", i), power("c", j))))).numerator);

const closed = [
  compare("GreaterEqual", symbol("c"), term(-1)),
  compare("LessEqual", symbol("c"), term(1)),
  compare("LessEqual", symbol("B"), term(9)),
  compare("GreaterEqual", symbol("B"), term(4)),
];

describe("signOf", () => {
  it("is right wherever the assumptions hold", () => {
    let known = 0;
    fc.assert(
      fc.property(polynomial, fc.integer(), (p, seed) => {
        const sign = signOf(p, {}, defaultDomain);
        if (sign === null) return;
        known += 1;
        for (const point of admissible(seed, 8)) {
          const value = evaluatePolynomial(p, point).numerator;
          expect(sign === 1 ? value >= 0n : value <= 0n).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(known).toBeGreaterThan(100);
  });

  it("is strict where zero is not reached", () => {
    let known = 0;
    const symmetric = fc.tuple(polynomial, polynomial).map(([p, q]) => addPolynomial(multiplyPolynomial(p, p), q));
    fc.assert(
      fc.property(fc.oneof(polynomial, symmetric), fc.integer(), (p, seed) => {
        const domain = domainOf(closed);
        const sign = strictSignOf(p, {}, domain);
        if (sign === null) return;
        known += 1;
        expect(signOf(p, {}, domain)).toBe(sign);
        for (const point of samplePoints({ B: { min: 4, max: 9 }, c: { min: -1, max: 1 } }, 12, seed)) {
          const value = evaluatePolynomial(p, point).numerator;
          expect(sign === 1 ? value > 0n : value < 0n).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(known).toBeGreaterThan(100);
    const strict = (expression: Parameters<typeof normalise>[0], domain = defaultDomain) =>
      strictSignOfExact(normalise(expression), domain);
    expect(strict(minus("B", 4))).toBeNull();
    expect(strict(minus("B", 3))).toBe(1);
    expect(strict(minus(over(1, 2), "alpha"))).toBe(-1);
    expect(strict(minus(1, power("c", 2)))).toBe(1);
    expect(strict(minus(1, power("c", 2)), domainOf(closed))).toBeNull();
    expect(strict(minus(call("Pi"), 3))).toBe(1);
    expect(strict(call("Gamma", symbol("B")))).toBe(1);
    expect(strict(power("x", 2))).toBeNull();
    expect(strict(minus("y", "x"), domainOf([compare("Greater", symbol("x"), symbol("y"))]))).toBe(-1);
    expect(strict(minus("y", "x"), domainOf([compare("GreaterEqual", symbol("x"), symbol("y"))]))).toBeNull();
  });

  it("knows signs by bounds on symbols, pi, kernels and arccosines", () => {
    const signOfText = (expression: Parameters<typeof normalise>[0]) =>
      signOfExact(normalise(expression), defaultDomain);
    expect(signOfText(minus("B", 4))).toBe(1);
    expect(signOfText(minus(3, "B"))).toBe(-1);
    expect(signOfText(minus(1, power("c", 2)))).toBe(1);
    expect(signOfText(minus("B", 5))).toBeNull();
    expect(signOfText(minus(call("Pi"), 3))).toBe(1);
    expect(signOfText(minus(call("Pi"), over(355, 113)))).toBeNull();
    expect(signOfText(minus(1, kernelOf("alpha", rho)))).toBe(1);
    expect(signOfText(acos("c"))).toBe(1);
    expect(signOfText(call("Gamma", minus(over("B", 2), 1)))).toBe(1);
    expect(signOfText(plus(power("x", 2), 1))).toBe(1);
    expect(signOfText(symbol("x"))).toBeNull();
  });
});

describe("domainOf", () => {
  it("has default bounds until others are given, and the tighter of two", () => {
    const bound = (text: Parameters<typeof domainOf>[0], name: string) => domainOf(text).bounds.get(name);
    expect(bound([], "B")).toEqual({ lower: rational(4), upper: null, lowerOpen: false, upperOpen: false });
    expect(bound([], "alpha")).toEqual({ lower: rational(1, 2), upper: null, lowerOpen: true, upperOpen: false });
    const own = [compare("Less", term(2), symbol("B")), compare("Greater", times(3, "B"), term(7))];
    expect(bound(own, "B")).toMatchObject({ lower: rational(7, 3), upper: null, lowerOpen: true });
    expect(bound(own, "c")).toEqual({ lower: rational(-1), upper: rational(1), lowerOpen: true, upperOpen: true });
    const whole = element(symbol("B"), "Integers");
    expect(bound([whole], "B")).toMatchObject({ lower: rational(4), upper: null });
    expect(bound([whole, ...own], "B")).toMatchObject({ lower: rational(3), lowerOpen: false });
    expect(effectiveAssumptions(own)).toHaveLength(5);
  });

  it("uses relations between symbols, and ignores what is not polynomial", () => {
    const domain = domainOf([
      compare("Greater", symbol("x"), symbol("y")),
      compare("Less", over(1, minus("x", "x")), symbol("z")),
      compare("Less", call("Log", symbol("z")), term(0)),
    ]);
    expect(signOfExact(normalise(minus("y", "x")), domain)).toBe(-1);
    expect(domain.bounds.get("z")).toBeUndefined();
  });
});

describe("primeFactors", () => {
  it("multiplies back, its factors without common divisors", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), (n) => {
        const factors = primeFactors(n);
        expect(factors.reduce((product, { prime, multiplicity }) => product * prime ** BigInt(multiplicity), 1n)).toBe(
          n,
        );
        for (const { prime } of factors.slice(0, -1)) expect(prime).toBeLessThan(65536n);
      }),
    );
    expect(primeFactors(1n)).toEqual([]);
    expect(primeFactors(10007n ** 2n * 4n)).toEqual([
      { prime: 2n, multiplicity: 2 },
      { prime: 10007n, multiplicity: 2 },
    ]);
    const large = 1_000_003n ** 4n;
    expect(primeFactors(large)).toEqual([{ prime: 1_000_003n, multiplicity: 4 }]);
    expect(() => primeFactors(1n << 20_000n)).toThrow(RangeError);
  });
});
